package org.affinity.profile;

import org.affinity.kit.problem.ProblemType;

/** The problems that only this service answers. */
public enum ProfileProblem implements ProblemType {
    CREATOR_EXISTS("creator-exists", 409, "This creator has signed up already"),
    ACCOUNT_TAKEN("account-taken", 409, "An account belongs to another creator"),
    FILE_UNREADABLE("file-unreadable", 422, "The file is not a list that can be imported"),
    MAPPING_INCOMPLETE("mapping-incomplete", 422, "The columns of the file are not understood");

    private final Description description;

    ProfileProblem(String slug, int status, String title) {
        this.description = new Description(slug, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
