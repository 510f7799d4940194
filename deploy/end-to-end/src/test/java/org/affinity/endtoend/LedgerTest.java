package org.affinity.endtoend;

import java.util.List;
import org.affinity.endtoend.Ledger.Balance;
import org.affinity.endtoend.Ledger.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {

    @Test
    void shouldCountWhatWasAcknowledgedAndIsNotThereAsLost() {
        // Given
        List<String> expected = List.of("a", "b", "c");

        // When
        Balance balance = Balance.of(Kind.POST, expected, List.of("a", "c"));

        // Then
        assertThat(balance).isEqualTo(new Balance(Kind.POST, 3, 1, 0));
    }

    @Test
    void shouldCountWhatIsThereTwiceOrWasNotAskedForAsDoubled() {
        // Given
        List<String> expected = List.of("a", "b");

        // When
        Balance balance = Balance.of(Kind.POST, expected, List.of("a", "a", "b", "made by a repeated request"));

        // Then
        assertThat(balance).isEqualTo(new Balance(Kind.POST, 2, 0, 2));
    }
}
