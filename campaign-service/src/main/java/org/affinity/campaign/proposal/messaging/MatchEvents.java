package org.affinity.campaign.proposal.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.campaign.proposal.ProposalService;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the results of matching. A match that nobody's campaign asked for is not for this service. */
@ApplicationScoped
class MatchEvents implements ReadModel {

    private static final String CHANNEL = "matches";

    private final EventInbox inbox;
    private final ProposalService proposals;

    MatchEvents(EventInbox inbox, ProposalService proposals) {
        this.inbox = inbox;
        this.proposals = proposals;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().equals(MatchCompleted.TYPE) && !event.isTombstone()) {
            MatchCompleted match = event.read(MatchCompleted.class);
            if (match.campaignId() != null) {
                proposals.keep(match.toProposal());
            }
        }
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void clear() {
        proposals.clear();
    }
}
