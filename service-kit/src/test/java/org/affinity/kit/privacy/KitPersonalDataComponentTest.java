package org.affinity.kit.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.test.AffinityTestStack;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class KitPersonalDataComponentTest {

    private static final String KEEP = """
            insert into dead_letter (id, consumer, topic, partition, "offset", key, headers, payload, cause, failed_at)
            values (gen_random_uuid(), ?, ?, -1, ?, ?, '{}', ?, 'a test', now())""";

    private final UUID creatorId = UUID.randomUUID();
    private final KitPersonalData kit;
    private final SubjectRows rows;
    private final String topicPrefix;

    KitPersonalDataComponentTest(
            KitPersonalData kit,
            SubjectRows rows,
            @ConfigProperty(name = "affinity.kafka.topic-prefix") String topicPrefix) {
        this.kit = kit;
        this.rows = rows;
        this.topicPrefix = topicPrefix;
    }

    private void keep(String consumer, String topic, long offset) {
        rows.change(KEEP, consumer, topic, offset, creatorId.toString(), new byte[0]);
    }

    @Test
    void shouldEraseDeadLettersOfEventsInAndOutAndTakeBackThoseThatAreInATopic() {
        // Given: topics of events in are named as the broker has them, those of events out as the outbox has them
        QuarkusTransaction.begin();
        try {
            keep("things", topicPrefix + "profile.creator", 1);
            keep(Outbox.NAME, "a.b", 2);

            // When
            List<PersonalData.Erased> erased = kit.erase(creatorId);

            // Then
            assertThat(erased).contains(new PersonalData.Erased("dead_letter", PersonalData.Action.DELETED, 2));
            assertThat(rows.texts("select aggregatetype from outbox where aggregateid = ?", creatorId.toString()))
                    .containsExactly("profile.creator.dlq");
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
