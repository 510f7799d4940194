package org.affinity.profile;

import org.affinity.kit.problem.ProblemType;

/** The problems that only this service answers. */
public enum ProfileProblem implements ProblemType {
    CREATOR_EXISTS("creator-exists", 409, "This creator has signed up already"),
    ACCOUNT_TAKEN("account-taken", 409, "An account belongs to another creator"),
    FILE_UNREADABLE("file-unreadable", 422, "The file is not a list that can be imported"),
    MAPPING_INCOMPLETE("mapping-incomplete", 422, "The columns of the file are not understood"),
    IMPORT_ENDED("import-ended", 409, "The import has ended already");

    private final String slug;
    private final int status;
    private final String title;

    ProfileProblem(String slug, int status, String title) {
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
