package org.affinity.matching;

import org.affinity.kit.problem.ProblemType;

/** Problems that only matching answers. */
public enum MatchingProblem implements ProblemType {
    POOL_NOT_KEPT("pool-not-kept", 409, "The creators of this match were not kept"),
    INDEX_LOADING("index-loading", 503, "The index of creators is still being loaded");

    private final String slug;
    private final int status;
    private final String title;

    MatchingProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
