package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;

/** Campaigns as campaign-service would tell of them, and what matching answered. */
final class TestCampaigns {

    static final String PUBLISHED = "campaign.campaign.published.v1";
    static final String CLOSED = "campaign.campaign.closed.v1";

    private TestCampaigns() {}

    /** The published example of a campaign, with an id of its own, for creators of one language. */
    static ObjectNode campaign(UUID organisation, String language) {
        ObjectNode campaign = EventContracts.example(PUBLISHED).deepCopy();
        campaign.put("campaignId", UUID.randomUUID().toString())
                .put("organisationId", organisation.toString())
                .put("version", 2);
        ((ObjectNode) campaign.at("/brief/audience")).putArray("languages").add(language);
        return campaign;
    }

    static UUID id(ObjectNode campaign) {
        return UUID.fromString(campaign.get("campaignId").asText());
    }

    static void publish(String type, ObjectNode campaign) {
        Events.publish(type, id(campaign), campaign.get("version").asLong(), campaign);
    }

    /** The events that told of matches of a campaign; each keeps its contract. */
    static List<Events.Published> matchesOf(ObjectNode campaign) {
        List<Events.Published> matches = Events.onTopic("matching.match").stream()
                .filter(event -> event.data()
                        .path("campaignId")
                        .asText()
                        .equals(id(campaign).toString()))
                .toList();
        matches.forEach(event -> EventContracts.assertValid(event.type(), event.data()));
        return matches;
    }
}
