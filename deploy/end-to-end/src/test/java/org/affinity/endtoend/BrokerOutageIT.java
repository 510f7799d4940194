package org.affinity.endtoend;

import java.time.Duration;
import java.util.List;
import org.affinity.endtoend.EventLog.Event;
import org.affinity.endtoend.Ledger.Kind;
import org.affinity.local.parts.Ports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A broker that is down costs time, not requests and not events. */
class BrokerOutageIT {

    private static final int SIGN_UPS = 5;
    /** At its start the service tells of the platforms, too. */
    private static final String OF_CREATORS = "profile.creator.";

    @Test
    void shouldStartAndTakeWritesWhenTheBrokerIsDownAndPublishThemWhenItIsBack() {
        int port = Ports.free();
        try (ServiceStack stack = ServiceStack.prepare("broker-outage", "127.0.0.1:" + port)) {
            // Given
            ServiceProcess profile = stack.process(Service.PROFILE);
            profile.start();
            profile.awaitReady();
            ApiClient client = new ApiClient();
            Ledger ledger = new Ledger();
            MainLine line = new MainLine(stack, client, ledger);

            // When
            line.signUps(SIGN_UPS).forEach(Runnable::run);
            long kept = Audit.count(
                    stack.database(Service.PROFILE),
                    "select count(*) from outbox where type like '" + OF_CREATORS + "%'");
            boolean readyWithoutBroker = Waiting.answers(profile.management().resolve("/q/health/ready"));
            List<Event> published = publishedThrough(port, stack);

            // Then
            assertThat(kept).isEqualTo(SIGN_UPS);
            assertThat(readyWithoutBroker).isTrue();
            assertThat(published)
                    .filteredOn(event -> event.type().startsWith(OF_CREATORS))
                    .extracting(Event::key)
                    .containsExactlyInAnyOrderElementsOf(ledger.of(Kind.CREATOR));
        }
    }

    /** Opens the way to the broker and waits until the outbox is empty. */
    private static List<Event> publishedThrough(int port, ServiceStack stack) {
        EventLog log = new EventLog(stack.bootstrapServers(), stack.topicPrefix());
        try (Relay _ = Relay.open(port, stack.bootstrapServers())) {
            Waiting.until(
                    "the outbox is empty",
                    Duration.ofMinutes(2),
                    () -> Audit.count(stack.database(Service.PROFILE), "select count(*) from outbox") == 0);
        }
        return log.read();
    }
}
