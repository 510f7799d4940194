package org.affinity.reporting.report.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.reporting.campaign.CampaignCopies;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.report.Reports;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copies of campaigns, and has a report made of each that closes. */
@ApplicationScoped
public class CampaignEvents implements ReadModel {

    private static final Set<String> TYPES = Set.of("campaign.campaign.published.v1", "campaign.campaign.closed.v1");

    private final EventInbox inbox;
    private final CampaignCopies copies;
    private final Reports reports;

    CampaignEvents(EventInbox inbox, CampaignCopies copies, Reports reports) {
        this.inbox = inbox;
        this.copies = copies;
        this.reports = reports;
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
        if (!event.isTombstone() && TYPES.contains(event.type())) {
            Campaign campaign = event.read(CampaignState.class).campaign();
            copies.store(campaign);
            if (campaign.closed()) {
                reports.complete(campaign);
            }
        }
    }

    @Override
    public void clear() {
        copies.clearCampaigns();
    }
}
