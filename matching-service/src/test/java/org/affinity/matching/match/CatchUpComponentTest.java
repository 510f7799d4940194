package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CatchUpComponentTest {

    private static final int CREATORS = 40;

    private final String language = TestCreators.newLanguage();
    private final ObjectNode campaign = TestCampaigns.campaign(UUID.randomUUID(), language);

    @Test
    void shouldMatchWithEveryCreatorThatWasPublishedBeforeTheCampaign() {
        // Given
        for (int i = 0; i < CREATORS; i++) {
            TestCreators.publish(TestCreators.creator(language));
        }

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);

        // Then
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
        assertThat(TestCampaigns.matchesOf(campaign)
                        .getFirst()
                        .data()
                        .get("eligibleCount")
                        .asInt())
                .isEqualTo(CREATORS);
    }
}
