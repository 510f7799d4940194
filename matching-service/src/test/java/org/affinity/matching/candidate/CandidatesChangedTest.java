package org.affinity.matching.candidate;

import java.util.List;
import java.util.UUID;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository.Changes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CandidatesChangedTest {

    private static CandidatesChanged change(long number) {
        return new CandidatesChanged(new Changes(1, List.of(new CandidateChange(number, new UUID(0, number), null))));
    }

    @Test
    void shouldBeTakenOverAsItIsWhenNothingElseWaits() {
        assertThat(CandidatesChanged.together(null, change(1))).isEqualTo(change(1));
    }

    @Test
    void shouldHaveTheTableReadWhenTheNewerOfTwoCommitsIsToldFirst() {
        assertThat(CandidatesChanged.together(change(2), change(1)).stored().changes())
                .isEmpty();
    }
}
