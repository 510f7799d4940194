package org.affinity.local.parts;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsTest {

    private static final Set<String> SETTINGS = Set.of(
            "cleanup.policy",
            "max.message.bytes",
            "retention.ms",
            "segment.ms",
            "max.compaction.lag.ms",
            "delete.retention.ms");

    @Test
    void shouldDeclareEveryTopicWithADeadLetterTopicAndAllSettings() {
        // When
        List<Topics.Topic> declared = Topics.declared();

        // Then
        assertThat(declared)
                .extracting(Topics.Topic::name)
                .containsExactly(
                        "profile.creator",
                        "campaign.campaign",
                        "campaign.collaboration",
                        "matching.match",
                        "reporting.result",
                        "reporting.report",
                        "profile.creator.dlq",
                        "campaign.campaign.dlq",
                        "campaign.collaboration.dlq",
                        "matching.match.dlq",
                        "reporting.result.dlq",
                        "reporting.report.dlq");
        assertThat(declared).allSatisfy(topic -> {
            assertThat(topic.partitions()).isPositive();
            assertThat(topic.config()).containsKeys(SETTINGS.toArray(String[]::new));
        });
    }
}
