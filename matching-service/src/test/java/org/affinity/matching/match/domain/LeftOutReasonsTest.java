package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeftOutReasonsTest {

    private static final int PLACES = 40;

    private static PanelCandidate creator(int number, double score) {
        double impressions = 5_000 + 10 * number;
        return new PanelCandidate(
                CandidateBuilder.id(number),
                new UUID(1, number),
                Platform.INSTAGRAM,
                Tier.NANO,
                "FR",
                "URBAN",
                Set.of("fr"),
                Set.of("cooking"),
                new Money(BigDecimal.TEN, "EUR"),
                PriceSource.DECLARED,
                null,
                score,
                impressions,
                impressions / 10,
                null,
                Map.of());
    }

    private static LeftOutReasons reasons(List<PanelCandidate> candidates, List<KnownOverlap> overlaps) {
        Brief brief = BriefBuilder.brief()
                .objective(Aim.VISIBILITY, Kpi.REACH, "1000")
                .countries("FR")
                .topics("cooking")
                .budget("100000")
                .maxCreators(PLACES)
                .build();
        PanelOptions options = new PanelOptions(Set.of(), Set.of(), List.of(), null, null, overlaps);
        return ShippedData.PANELS
                .planned(
                        brief,
                        options,
                        new PanelPool(candidates, candidates.size(), new TreeMap<>()),
                        ShippedData.AS_OF)
                .leftOut();
    }

    @Test
    void shouldSayThatNotEveryPlaceWasTriedWhereThoseThatWereDidNotHelp() {
        // Given
        List<PanelCandidate> candidates = IntStream.range(0, PLACES + 5)
                .mapToObj(number -> creator(number, 0.2))
                .toList();
        List<KnownOverlap> overlaps = IntStream.range(1, candidates.size())
                .mapToObj(number -> new KnownOverlap(
                        candidates.get(number - 1).creatorId(),
                        candidates.get(number).creatorId(),
                        1_000))
                .toList();

        // When
        LeftOutReasons reasons = reasons(candidates, overlaps);

        // Then
        assertThat(candidates.stream().flatMap(candidate -> reasons.of(candidate.creatorId()).stream()))
                .hasSize(5)
                .anySatisfy(leftOut -> {
                    assertThat(leftOut.reason()).isEqualTo(LeftOutReason.UNPROVEN);
                    assertThat(leftOut.instead().creatorResult())
                            .isLessThanOrEqualTo(leftOut.instead().memberResult());
                    assertThat(leftOut.detail())
                            .endsWith("As overlaps are stated, not every place was tried.")
                            .doesNotContain("not proven to be the best");
                });
    }

    @Test
    void shouldWriteAScoreWithoutAnExponentHoweverSmall() {
        // Given
        List<PanelCandidate> candidates = List.of(creator(1, 0.2), creator(2, -0.000096));

        // When
        LeftOutReasons reasons = reasons(candidates, List.of());

        // Then
        assertThat(reasons.of(candidates.getLast().creatorId()).orElseThrow().detail())
                .isEqualTo("More speaks against the creator than for: the score is -0.000096.");
    }
}
