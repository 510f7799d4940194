package org.affinity.campaign;

import org.affinity.kit.problem.ProblemType;

/** The problems that only this service answers; the kit knows the common ones. */
public enum CampaignProblem implements ProblemType {
    CAMPAIGN_NOT_DRAFT("campaign-not-draft", 409, "Only a draft can be changed or published"),
    CAMPAIGN_NOT_PUBLISHED("campaign-not-published", 409, "The campaign has not been published"),
    CAMPAIGN_ALREADY_CLOSED("campaign-already-closed", 409, "The campaign is closed"),
    CAMPAIGN_NOT_MATCHED("campaign-not-matched", 409, "The campaign has no proposal yet"),
    CAMPAIGN_ENDED("campaign-ended", 409, "The campaign's last day has passed"),
    COLLABORATION_ALREADY_ANSWERED("collaboration-already-answered", 409, "The creator has already answered");

    private final Description description;

    CampaignProblem(String slug, int status, String title) {
        this.description = new Description(slug, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
