package org.affinity.matching.candidate;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.candidate.store.FragileCandidates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CandidateIndexComponentTest {

    private static final int FULL_BATCH = 2_000;

    private final FragileCandidates candidates = new FragileCandidates();
    private final CandidateIndex index = new CandidateIndex(candidates.repository(), new NobodyListening());

    @Test
    void shouldShowWhatARefreshHadTakenOverBeforeItFailed() {
        // Given
        index.refresh();
        candidates.add(FULL_BATCH);
        candidates.breakAfter(1);
        assertThatIllegalStateException().isThrownBy(index::refresh);

        // When
        index.refresh();

        // Then
        IndexSnapshot snapshot = index.snapshot().orElseThrow();
        assertThat(snapshot.candidates()).hasSize(FULL_BATCH);
        assertThat(snapshot.changeNumber()).isEqualTo(FULL_BATCH);
    }

    @Test
    void shouldForgetAGenerationThoughTheFirstRefreshAfterItFailed() {
        // Given
        candidates.add(1);
        index.refresh();
        candidates.clear();
        candidates.breakAfter(0);
        assertThatIllegalStateException().isThrownBy(index::refresh);

        // When
        index.refresh();

        // Then
        assertThat(index.snapshot().orElseThrow().candidates()).isEmpty();
    }
}
