package org.affinity.reporting.webhook.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events a webhook can ask for, and which of an event's fields it carries: ids, versions and states. A receiver
 * that wants more reads the resource with its own rights, so no personal data leaves by webhook.
 */
public final class EventCatalogue {

    /** Sent by a test delivery; no filter asks for it. */
    public static final String TEST = "reporting.webhook.tested.v1";

    /** Tells an organisation that had a creator's data that it was erased: the one event about who is gone. */
    public static final String ERASURE_NOTICE = "profile.erasure-notice.recorded.v1";

    /** A match was made; its later versions leave out creators who were erased. */
    public static final String MATCHED = "matching.match.completed.v1";

    private static final Map<String, Kind> KINDS = Map.of(
            ERASURE_NOTICE,
            new Kind("erasedAt", List.of("noticeId", "version", "erasureId", "creatorId", "organisationId")),
            "campaign.campaign.published.v1",
            campaign("publishedAt"),
            "campaign.campaign.closed.v1",
            campaign("closedAt"),
            "campaign.collaboration.invited.v1",
            collaboration("invitedAt"),
            "campaign.collaboration.accepted.v1",
            collaboration("respondedAt"),
            "campaign.collaboration.declined.v1",
            collaboration("respondedAt"),
            MATCHED,
            new Kind("completedAt", List.of("matchId", "version", "campaignId", "campaignVersion", "organisationId")),
            "reporting.result.recorded.v1",
            new Kind(
                    "recordedAt",
                    List.of("resultId", "version", "campaignId", "collaborationId", "creatorId", "organisationId")),
            "reporting.report.completed.v1",
            new Kind("completedAt", List.of("reportId", "version", "campaignId", "organisationId")));

    private EventCatalogue() {}

    /**
     * What is sent of an event.
     *
     * @param timeField field of the event that says when it happened
     * @param fields fields of the event that are sent
     */
    public record Kind(String timeField, List<String> fields) {}

    /** The types an endpoint can subscribe to. */
    public static Set<String> types() {
        return Collections.unmodifiableSet(new TreeSet<>(KINDS.keySet()));
    }

    /** What is sent of events of a type, empty when no webhook can ask for it. */
    public static Optional<Kind> kind(String type) {
        return Optional.ofNullable(KINDS.get(type));
    }

    private static Kind campaign(String timeField) {
        return new Kind(timeField, List.of("campaignId", "version", "organisationId", "state"));
    }

    private static Kind collaboration(String timeField) {
        return new Kind(
                timeField, List.of("collaborationId", "version", "campaignId", "organisationId", "creatorId", "state"));
    }
}
