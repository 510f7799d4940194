package org.affinity.reporting.webhook.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The events a webhook can ask for, and which of an event's fields it carries: ids, versions and states. A receiver
 * that wants more reads the resource with its own rights, so no personal data leaves by webhook.
 */
public final class EventCatalogue {

    /** Sent by a test delivery; no filter asks for it. */
    public static final String TEST = "reporting.webhook.tested.v1";

    private static final List<String> CAMPAIGN = List.of("campaignId", "version", "organisationId", "state");
    private static final List<String> COLLABORATION =
            List.of("collaborationId", "version", "campaignId", "organisationId", "creatorId", "state");

    private static final Map<String, List<String>> FIELDS = Map.of(
            "campaign.campaign.published.v1", CAMPAIGN,
            "campaign.campaign.closed.v1", CAMPAIGN,
            "campaign.collaboration.invited.v1", COLLABORATION,
            "campaign.collaboration.accepted.v1", COLLABORATION,
            "campaign.collaboration.declined.v1", COLLABORATION,
            "matching.match.completed.v1",
                    List.of("matchId", "version", "campaignId", "campaignVersion", "organisationId", "eligibleCount"),
            "reporting.result.recorded.v1",
                    List.of("resultId", "version", "campaignId", "collaborationId", "creatorId", "organisationId"),
            "reporting.report.completed.v1", List.of("reportId", "version", "campaignId", "organisationId"));

    private EventCatalogue() {}

    /** The types an endpoint can subscribe to. */
    public static Set<String> types() {
        return new TreeMap<>(FIELDS).navigableKeySet();
    }

    /** The fields of an event that are sent, empty when the event is none a webhook can ask for. */
    public static Optional<List<String>> fieldsOf(String type) {
        return Optional.ofNullable(FIELDS.get(type));
    }
}
