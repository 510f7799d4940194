package org.affinity.matching;

import org.affinity.kit.problem.ProblemType;

/** Problems that only matching answers. */
public enum MatchingProblem implements ProblemType {
    POOL_NOT_KEPT("pool-not-kept", 409, "The creators of this match were not kept"),
    INDEX_LOADING("index-loading", 503, "The index of creators is still being loaded"),
    ENGINE_UNAVAILABLE("engine-unavailable", 503, "The search cluster does not answer");

    private final Description description;

    MatchingProblem(String slug, int status, String title) {
        this.description = new Description(slug, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
