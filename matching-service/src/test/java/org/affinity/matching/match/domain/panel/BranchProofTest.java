package org.affinity.matching.match.domain.panel;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BranchProofTest {

    private static final long WORK = 150_000;

    @Test
    void shouldCountWhoCostsNothingWhereThereIsNoMoney() {
        // Given: ten of thirty can be had
        PanelProblem.Builder builder = new PanelProblem.Builder(0, 10);
        addFree(builder, 30);

        // When
        double most = new BranchProof(builder.build(), List.of(), 5, WORK).prove();

        // Then
        assertThat(most).isGreaterThanOrEqualTo(10);
    }

    @Test
    void shouldCountWhoCostsNothingWhenTheMoneyIsSpent() {
        // Given: two who take all of the money, and ten of the others
        PanelProblem.Builder builder = new PanelProblem.Builder(1_000, 12);
        builder.creator(500, 3, new int[0], new double[0]);
        builder.creator(500, 3, new int[0], new double[0]);
        addFree(builder, 30);

        // When
        double most = new BranchProof(builder.build(), List.of(), 8, WORK).prove();

        // Then
        assertThat(most).isGreaterThanOrEqualTo(16);
    }

    private static void addFree(PanelProblem.Builder builder, int creators) {
        for (int creator = 0; creator < creators; creator++) {
            builder.creator(0, 1, new int[0], new double[0]);
        }
    }
}
