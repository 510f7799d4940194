package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PanelPoolTest {

    private static final Money FORMER_BUDGET = eur("500.00");

    @Test
    void shouldLetInWhomTheFormerBudgetCouldNotPayButNobodyWhoJoinedSince() {
        // Given
        PanelCandidate kept = creator(1, "100.00", 0.2);
        PanelCandidate dear = creator(2, "900.00", 0.3);
        PanelCandidate newcomer = creator(3, "100.00", 0.4);

        // When
        PanelPool pool = pool(kept).with(pool(kept, dear, newcomer), FORMER_BUDGET, Set.of());

        // Then
        assertThat(pool.candidates()).containsExactly(dear, kept);
        assertThat(pool.eligible()).isEqualTo(3);
    }

    @Test
    void shouldKeepWhoHasToBeInBesideNoMoreThanTheLargerPoolHas() {
        // Given
        PanelCandidate good = creator(1, "100.00", 0.3);
        PanelCandidate required = creator(2, "100.00", -0.1);
        PanelCandidate dear = creator(3, "900.00", 0.2);

        // When
        PanelPool pool = pool(good, required).with(pool(good, dear), FORMER_BUDGET, Set.of(required.creatorId()));
        PanelPool without = pool(good, required).with(pool(good, dear), FORMER_BUDGET, Set.of());

        // Then
        assertThat(pool.candidates()).containsExactly(good, dear, required);
        assertThat(without.candidates()).containsExactly(good, dear);
    }

    private static PanelPool pool(PanelCandidate... candidates) {
        return new PanelPool(List.of(candidates), candidates.length, new TreeMap<>());
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static PanelCandidate creator(int number, String price, double score) {
        return new PanelCandidate(
                CandidateBuilder.id(number),
                new UUID(1, number),
                Platform.INSTAGRAM,
                Tier.NANO,
                "FR",
                null,
                Set.of("fr"),
                Set.of("cooking"),
                eur(price),
                PriceSource.DECLARED,
                null,
                score,
                1_000,
                100,
                null,
                Map.of());
    }
}
