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
                        "profile.platform",
                        "campaign.campaign",
                        "campaign.collaboration",
                        "matching.match",
                        "reporting.result",
                        "reporting.report",
                        "profile.erasure",
                        "profile.erasure-receipt",
                        "profile.erasure-notice",
                        "campaign.erasure-receipt",
                        "matching.erasure-receipt",
                        "reporting.erasure-receipt",
                        "profile.data-export",
                        "campaign.data-extract",
                        "matching.data-extract",
                        "reporting.data-extract",
                        "profile.creator.dlq",
                        "profile.platform.dlq",
                        "campaign.campaign.dlq",
                        "campaign.collaboration.dlq",
                        "matching.match.dlq",
                        "reporting.result.dlq",
                        "reporting.report.dlq",
                        "profile.erasure.dlq",
                        "profile.erasure-receipt.dlq",
                        "profile.erasure-notice.dlq",
                        "campaign.erasure-receipt.dlq",
                        "matching.erasure-receipt.dlq",
                        "reporting.erasure-receipt.dlq",
                        "profile.data-export.dlq",
                        "campaign.data-extract.dlq",
                        "matching.data-extract.dlq",
                        "reporting.data-extract.dlq");
        assertThat(declared).allSatisfy(topic -> {
            assertThat(topic.partitions()).isPositive();
            assertThat(topic.config()).containsKeys(SETTINGS.toArray(String[]::new));
        });
    }
}
