package org.affinity.reporting.report.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.reporting.campaign.CampaignCopies;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.affinity.reporting.report.Reports;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copies of collaborations, and settles those that come after the report of their campaign. */
@ApplicationScoped
public class CollaborationEvents implements ReadModel {

    private static final Set<String> TYPES = Set.of(
            "campaign.collaboration.invited.v1",
            "campaign.collaboration.accepted.v1",
            "campaign.collaboration.declined.v1");

    private final EventInbox inbox;
    private final CampaignCopies copies;
    private final Reports reports;
    private final ErasedSubjects erased;

    CollaborationEvents(EventInbox inbox, CampaignCopies copies, Reports reports, ErasedSubjects erased) {
        this.inbox = inbox;
        this.copies = copies;
        this.reports = reports;
        this.erased = erased;
    }

    @Incoming("collaborations")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "collaborations";
    }

    /**
     * Holds all creators at first: whoever holds one and waits for a campaign may keep an erasure and itself waiting.
     */
    @Override
    public void handleAll(List<ReceivedEvent> events) {
        erased.hold(events.stream()
                .filter(event -> !event.isTombstone() && TYPES.contains(event.type()))
                .map(event ->
                        event.read(CollaborationState.class).collaboration().creatorId())
                .toList());
        ReadModel.super.handleAll(events);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.isTombstone()) {
            copies.forgetCollaboration(UUID.fromString(event.key()));
        } else if (TYPES.contains(event.type())) {
            Collaboration collaboration = event.read(CollaborationState.class).collaboration();
            erased.hold(List.of(collaboration.creatorId()));
            if (!erased.contains(collaboration.creatorId())) {
                copies.store(collaboration);
                reports.settle(collaboration);
            }
        }
    }

    @Override
    public void clear() {
        copies.clearCollaborations();
    }
}
