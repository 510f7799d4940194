package org.affinity.profile.imports.domain;

import java.util.List;
import java.util.Set;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.domain.Duplicates.Conflicting;
import org.affinity.profile.imports.domain.Duplicates.Difference;
import org.affinity.profile.imports.domain.Duplicates.First;
import org.affinity.profile.imports.domain.Duplicates.Identical;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicatesTest {

    private static final AccountKey ACCOUNT = new AccountKey(Platform.INSTAGRAM, "a");
    private static final Header HEADER = Header.of(List.of("rank", "handle", "followers"));

    private final Duplicates duplicates = new Duplicates(HEADER, Set.of(0));

    private static RawRecord row(long number, String rank, String followers) {
        return new RawRecord(number, number + 1, List.of(rank, "a", followers), null);
    }

    @Test
    void shouldTakeFirstRecordOfAnAccount() {
        // When
        Duplicates.Verdict verdict = duplicates.meet(ACCOUNT, row(1, "1", "10"));
        // Then
        assertThat(verdict).isEqualTo(new First());
    }

    @Test
    void shouldCallRecordIdenticalWhenOnlyTheNumberingDiffers() {
        // Given
        duplicates.meet(ACCOUNT, row(1, "1", "10"));
        // When
        Duplicates.Verdict verdict = duplicates.meet(ACCOUNT, row(2, "2", " 10"));
        // Then
        assertThat(verdict).isEqualTo(new Identical(1));
    }

    @Test
    void shouldReportBothValuesOfConflictingRecord() {
        // Given
        duplicates.meet(ACCOUNT, row(1, "1", "10"));
        // When
        Duplicates.Verdict verdict = duplicates.meet(ACCOUNT, row(2, "2", "11"));
        // Then
        assertThat(verdict).isEqualTo(new Conflicting(1, List.of(new Difference("followers", "10", "11"))));
    }

    @Test
    void shouldCallRecordIdenticalWhenItRepeatsConflictingOne() {
        // Given
        duplicates.meet(ACCOUNT, row(1, "1", "10"));
        duplicates.meet(ACCOUNT, row(2, "2", "11"));
        // When
        Duplicates.Verdict verdict = duplicates.meet(ACCOUNT, row(3, "3", "11"));
        // Then
        assertThat(verdict).isEqualTo(new Identical(2));
    }
}
