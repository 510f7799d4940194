package org.affinity.reporting;

import org.affinity.kit.problem.ProblemType;

/** What reporting can refuse besides what every service refuses. */
public enum ReportingProblem implements ProblemType {
    COLLABORATION_NOT_ACCEPTED("collaboration-not-accepted", 409, "The collaboration is not accepted"),
    POST_ALREADY_RECORDED("post-already-recorded", 409, "The post is already recorded"),
    MEASUREMENT_CLOSED("measurement-closed", 409, "The measurement of the campaign is closed"),
    SHARE_LINK_EXPIRED("share-link-expired", 410, "The share link has expired"),
    WEBHOOK_URL_REFUSED("webhook-url-refused", 422, "The webhook URL is refused"),
    WEBHOOK_ENDPOINT_DISABLED("webhook-endpoint-disabled", 409, "The webhook endpoint is disabled"),
    WEBHOOK_DELIVERY_PENDING("webhook-delivery-pending", 409, "The delivery is still pending");

    private final Description description;

    ReportingProblem(String slug, int status, String title) {
        this.description = new Description(slug, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
