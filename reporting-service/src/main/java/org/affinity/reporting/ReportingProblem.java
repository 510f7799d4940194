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

    private final String slug;
    private final int status;
    private final String title;

    ReportingProblem(String slug, int status, String title) {
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
