package org.affinity.matching.lookalike.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PriceSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AspectTest {

    @Test
    void shouldCompareOnlyEngagementThatIsKnown() {
        // Given: of the second one only what accounts of that size usually bring
        Profile known = profile(true);
        Profile estimated = profile(false);

        // When
        double same = Aspect.ENGAGEMENT.between(known, known);
        double unknown = Aspect.ENGAGEMENT.between(known, estimated);

        // Then
        assertThat(same).isEqualTo(1);
        assertThat(unknown).isNaN();
        assertThat(Aspect.ENGAGEMENT.inWords(known)).isEqualTo("2.40 %");
        assertThat(Aspect.ENGAGEMENT.inWords(estimated)).isEqualTo("unknown");
    }

    @Test
    void shouldSayWhenThereIsNothingToCompareWith() {
        // Given
        Profile known = profile(true);
        Profile estimated = profile(false);

        // When
        List<Similarity.Part> parts = Similarity.of(known, List.of(estimated)).parts();

        // Then
        assertThat(parts)
                .filteredOn(part -> part.value() == null)
                .extracting(Similarity.Part::aspect, Similarity.Part::reason)
                .containsExactly(
                        tuple(Aspect.TOPICS, "unknown"),
                        tuple(Aspect.NICHES, "unknown"),
                        tuple(Aspect.AUDIENCE, "unknown"),
                        tuple(Aspect.ENGAGEMENT, "2.40 %; nothing to compare it with"));
    }

    private static Profile profile(boolean rateKnown) {
        UUID id = new UUID(0, 1);
        Account account = new Account(
                id, Platform.INSTAGRAM, "lea", 10_000L, rateKnown ? 0.024 : null, null, null, MetricSource.NETWORK);
        Candidate candidate =
                new Candidate(id, 1, true, "FR", Set.of("fr"), null, Set.of(), List.of(account), List.of(), 0, null);
        PanelCandidate expected = new PanelCandidate(
                id,
                id,
                Platform.INSTAGRAM,
                Tier.MICRO,
                "FR",
                null,
                Set.of("fr"),
                Set.of(),
                Money.zero("EUR"),
                PriceSource.ESTIMATED,
                null,
                0,
                2_400,
                240,
                new PanelCandidate.Basis(10_000, false, rateKnown, MetricSource.NETWORK, null),
                Map.of());
        return new Profile(candidate, expected, Set.of(), Set.of());
    }
}
