package org.affinity.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A batch fits into the memory of a service, however large its events are. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class OutboxSenderComponentTest {

    private static final String TOPIC = "matching.match";

    private final OutboxSender sender;
    private final Outbox outbox;
    private final AgroalDataSource dataSource;

    OutboxSenderComponentTest(OutboxSender sender, Outbox outbox, AgroalDataSource dataSource) {
        this.sender = sender;
        this.outbox = outbox;
        this.dataSource = dataSource;
    }

    @Test
    void shouldTakeNoMoreThanSixteenMegabytesAtOnce() throws Exception {
        // Given: events that nobody else sees, since they are never committed
        QuarkusTransaction.begin();
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().executeUpdate("delete from outbox");
            Collections.nCopies(6, new byte[3_900_000]).forEach(this::forward);
            forward(null);

            // When
            List<OutboxSender.Row> batch = sender.oldest(connection);

            // Then
            assertThat(batch).hasSize(4);
            assertThat(batch).isSortedAccordingTo((one, other) -> Long.compare(one.position(), other.position()));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void forward(byte[] payload) {
        String key = UUID.randomUUID().toString();
        outbox.forward(
                TOPIC, key, "test.thing.sent.v1", payload, Map.of("ce_id", key, "ce_type", "test.thing.sent.v1"));
    }
}
