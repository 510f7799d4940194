package org.affinity.matching.match.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.matching.match.CampaignMatches;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Matches campaigns when campaign-service says that they are published. */
@ApplicationScoped
public class CampaignEvents implements ReadModel {

    private final EventInbox inbox;
    private final CampaignMatches matches;

    CampaignEvents(EventInbox inbox, CampaignMatches matches) {
        this.inbox = inbox;
        this.matches = matches;
    }

    @Incoming("campaigns")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "campaigns";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.isTombstone()) {
            return;
        }
        switch (event.type()) {
            case "campaign.campaign.published.v1" -> {
                CampaignState campaign = event.read(CampaignState.class);
                if (campaign.redaction() == null) {
                    matches.matchCampaign(campaign.toMatch());
                } else {
                    matches.matchRedacted(campaign.toMatch());
                }
            }
            case "campaign.campaign.closed.v1" -> {
                CampaignState campaign = event.read(CampaignState.class);
                matches.closeCampaign(campaign.campaignId(), campaign.organisationId(), campaign.version());
            }
            default -> {
                // Other types are not about matching.
            }
        }
    }

    @Override
    public void clear() {
        matches.forgetCampaigns();
    }
}
