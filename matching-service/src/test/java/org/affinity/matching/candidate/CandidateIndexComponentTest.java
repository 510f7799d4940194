package org.affinity.matching.candidate;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.affinity.matching.candidate.store.FragileCandidates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CandidateIndexComponentTest {

    private static final int FULL_BATCH = 2_000;

    private final FragileCandidates candidates = new FragileCandidates();
    private final Told told = new Told();
    private final CandidateIndex index = new CandidateIndex(candidates.repository(), told);

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
        assertThat(told.candidates()).hasSize(FULL_BATCH);
        assertThat(index.snapshot().orElseThrow().changeNumber()).isEqualTo(FULL_BATCH);
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
        assertThat(told.candidates()).isEmpty();
    }

    @Test
    void shouldTakeOverWhatWasCommittedNextWithoutReadingIt() {
        // Given
        candidates.add(1);
        index.refresh();
        CandidateRepository.Changes committed = candidates.add(2);
        candidates.breakAfter(0);

        // When
        index.takeOver(committed);

        // Then
        assertThat(told.candidates()).hasSize(3);
        assertThat(index.snapshot().orElseThrow().changeNumber()).isEqualTo(3);
    }

    @Test
    void shouldReadWhatOthersCommittedBefore() {
        // Given
        candidates.add(1);
        index.refresh();
        candidates.add(2);
        CandidateRepository.Changes committed = candidates.add(1);

        // When
        index.takeOver(committed);

        // Then
        assertThat(told.candidates()).hasSize(4);
        assertThat(index.snapshot().orElseThrow().changeNumber()).isEqualTo(4);
    }

    @Test
    void shouldNotGoBackToWhatWasReadMeanwhile() {
        // Given
        CandidateRepository.Changes committed = candidates.add(1);
        candidates.add(1);
        index.refresh();

        // When
        index.takeOver(committed);

        // Then
        assertThat(index.snapshot().orElseThrow().changeNumber()).isEqualTo(2);
    }

    @Test
    void shouldNotFollowCommitsIntoATableThatWasClearedMeanwhile() {
        // Given: cleared by another replica, with as many creators since as the index has
        candidates.add(2);
        index.refresh();
        candidates.clear();
        candidates.add(2);
        CandidateRepository.Changes committed = candidates.add(1);

        // When
        index.takeOver(committed);

        // Then
        assertThat(told.candidates()).hasSize(3);
        assertThat(index.snapshot().orElseThrow().generation()).isEqualTo(2);
    }

    @Test
    void shouldReadTheTableBeforeItFollowsCommits() {
        // Given: a table that this replica has not read
        CandidateRepository.Changes committed = candidates.add(1);

        // When
        index.takeOver(committed);

        // Then
        assertThat(told.candidates()).hasSize(1);
        assertThat(index.snapshot().orElseThrow().generation()).isEqualTo(1);
    }

    @Test
    void shouldTellOnlyWhatIsNewerThanWhatIsKnownFromBefore() {
        // Given
        candidates.add(5);
        Told before = new Told(3);
        CandidateIndex ofRestarted = new CandidateIndex(candidates.repository(), before);

        // When
        ofRestarted.refresh();

        // Then
        assertThat(before.candidates()).hasSize(2);
        assertThat(ofRestarted.snapshot().orElseThrow().changeNumber()).isEqualTo(5);
    }

    @Test
    void shouldTellEverythingWhenMoreIsKnownThanTheTableHas() {
        // Given: a table that was restored to an earlier state
        candidates.add(5);
        Told later = new Told(6);
        CandidateIndex ofRestarted = new CandidateIndex(candidates.repository(), later);

        // When
        ofRestarted.refresh();

        // Then
        assertThat(later.candidates()).hasSize(5);
    }
}
