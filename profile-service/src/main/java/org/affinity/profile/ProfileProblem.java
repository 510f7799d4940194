package org.affinity.profile;

import org.affinity.kit.problem.ProblemType;

/** The problems that only this service answers. */
public enum ProfileProblem implements ProblemType {
    PLATFORM_EXISTS("platform-exists", 409, "This platform is there already"),
    CREATOR_EXISTS("creator-exists", 409, "This creator has signed up already"),
    ACCOUNT_TAKEN("account-taken", 409, "An account belongs to another creator"),
    CREATOR_LINKED("creator-linked", 409, "This creator is linked to another one"),
    LINK_REFUSED("link-refused", 409, "These creators cannot be linked"),
    CLAIM_REFUSED("claim-refused", 409, "This account cannot be claimed"),
    FILE_UNREADABLE("file-unreadable", 422, "The file is not a list that can be imported"),
    MAPPING_INCOMPLETE("mapping-incomplete", 422, "The columns of the file are not understood"),
    NOT_OPTED_OUT("not-opted-out", 409, "Nobody of that kind is on the opt-out list"),
    OPTED_OUT("opted-out", 409, "The person had their data erased and is not taken in again"),
    ERASURE_REQUESTED("erasure-requested", 409, "The erasure of this creator was asked for before"),
    EXPORT_PENDING("export-pending", 409, "An export of this creator is being made"),
    EXPORT_NOT_READY("export-not-ready", 409, "The archive is not ready yet"),
    EXPORT_EXPIRED("export-expired", 410, "The archive has expired"),
    CONTEST_RESOLVED("contest-resolved", 409, "The contest is resolved"),
    NOT_WITHDRAWABLE("not-withdrawable", 409, "This lawful basis cannot be withdrawn"),
    NOTICE_CLOSED("notice-closed", 409, "The notice is not open any more"),
    IMPORT_ENDED("import-ended", 409, "The import has ended already");

    private final Description description;

    ProfileProblem(String slug, int status, String title) {
        this.description = new Description(slug, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
