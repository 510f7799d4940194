package org.affinity.matching.candidate;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class IndexReadinessComponentTest {

    private final CandidateIndex index = new CandidateIndex(
            Arc.container().instance(CandidateRepository.class).get(), new Told());

    @Test
    void shouldBeReadyOnlyWhenTheIndexIsLoaded() {
        // Given
        HealthCheckResponse before = new IndexReadiness(index).call();

        // When
        index.refresh();

        // Then
        assertThat(before.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(new IndexReadiness(index).call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }
}
