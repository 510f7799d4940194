package org.affinity.profile.privacy.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.profile.privacy.Disclosures;
import org.affinity.profile.privacy.Disclosures.Disclosure;
import org.affinity.profile.privacy.Disclosures.Kind;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes note of the organisations that got creators proposed, and that invited them. */
@ApplicationScoped
class DisclosureEvents implements EventConsumer {

    private static final String MATCHED = "matching.match.completed.v1";
    private static final String INVITED = "campaign.collaboration.invited.v1";

    private final EventInbox inbox;
    private final Disclosures disclosures;

    DisclosureEvents(EventInbox inbox, Disclosures disclosures) {
        this.inbox = inbox;
        this.disclosures = disclosures;
    }

    private record Match(UUID organisationId, List<Place> panel) {}

    private record Place(UUID creatorId) {}

    private record Invitation(UUID organisationId, UUID creatorId) {}

    @Incoming("disclosed-matches")
    @Incoming("disclosed-collaborations")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "disclosures";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.isTombstone()) {
            return;
        }
        // A later version of a match tells nobody anything new: it only leaves erased creators out.
        if (event.type().equals(MATCHED) && event.sequence() == 1) {
            Match match = event.read(Match.class);
            disclosures.count(match.panel().stream()
                    .map(place -> disclosure(place.creatorId(), match.organisationId(), Kind.PROPOSAL))
                    .toList());
        } else if (event.type().equals(INVITED)) {
            Invitation invitation = event.read(Invitation.class);
            disclosures.count(
                    List.of(disclosure(invitation.creatorId(), invitation.organisationId(), Kind.INVITATION)));
        }
    }

    private Disclosure disclosure(UUID creatorId, UUID organisationId, Kind kind) {
        return new Disclosure(creatorId, organisationId, disclosures.today(), kind, 1);
    }
}
