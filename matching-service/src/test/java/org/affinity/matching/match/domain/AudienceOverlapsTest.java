package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AudienceOverlapsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static PanelCandidate creator(long number, long views, String country) {
        Candidate candidate = candidate(number)
                .country(country)
                .account(Platform.INSTAGRAM, 3 * views, 0.05, views)
                .build();
        return ShippedData.MATCHER.desk().largestAccount(candidate).orElseThrow();
    }

    private static AudienceOverlaps overlaps(List<PanelCandidate> creators, KnownOverlap... known) {
        return new AudienceOverlaps(
                ShippedData.PANEL_MODEL, ShippedData.CATEGORIES, AudienceOverlaps.anyone(), creators, List.of(known));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldKeepWhatAddsUpAndWhatBoundsHold(long seed) {
        // Given
        Random random = new Random(seed);
        List<PanelCandidate> creators = LongStream.range(0, 2 + random.nextInt(8))
                .mapToObj(number ->
                        creator(number, 1_000 + random.nextInt(40_000_000), random.nextBoolean() ? "FR" : "BE"))
                .toList();

        // When
        AudienceOverlaps overlaps = overlaps(creators);

        // Then
        NetReach net = overlaps.netReach();
        double gross =
                overlaps.own().stream().mapToDouble(AudienceOverlaps.Own::reach).sum();
        double exclusive = overlaps.own().stream()
                .mapToDouble(own -> own.exclusive().value())
                .sum();
        assertThat(net.value()).isBetween(net.lower(), net.upper()).isLessThanOrEqualTo(gross + 1e-6);
        assertThat(exclusive).isLessThanOrEqualTo(net.value() + 1e-6);
        assertThat(overlaps.own())
                .allSatisfy(own -> assertThat(own.exclusive().value())
                        .isBetween(own.exclusive().low(), own.exclusive().high()));
        assertThat(overlaps.own())
                .allSatisfy(own -> assertThat(own.exclusive().high()).isLessThanOrEqualTo(own.reach()));
        assertThat(overlaps.pairs())
                .allSatisfy(pair -> assertThat(pair.people().value())
                        .isBetween(pair.people().low(), pair.people().high()));
        assertThat(overlaps.pairs()).hasSize(creators.size() * (creators.size() - 1) / 2);
    }

    @Test
    void shouldAgreeWithInclusionAndExclusionForTwo() {
        // Given
        List<PanelCandidate> two = List.of(creator(1, 9_000_000, "FR"), creator(2, 5_000_000, "FR"));

        // When
        AudienceOverlaps overlaps = overlaps(two);

        // Then
        double shared = overlaps.pairs().getFirst().people().value();
        double sum =
                overlaps.own().stream().mapToDouble(AudienceOverlaps.Own::reach).sum();
        assertThat(shared).isPositive();
        assertThat(overlaps.netReach().value()).isCloseTo(sum - shared, within(1e-3));
        assertThat(overlaps.own().getFirst().exclusive().value())
                .isCloseTo(overlaps.own().getFirst().reach() - shared, within(1e-3));
    }

    @Test
    void shouldTakeWhatWasMeasuredForCertain() {
        // Given
        PanelCandidate one = creator(1, 90_000, "FR");
        PanelCandidate other = creator(2, 50_000, "FR");

        // When
        AudienceOverlaps overlaps =
                overlaps(List.of(one, other), new KnownOverlap(other.creatorId(), one.creatorId(), 10_000));

        // Then
        AudienceOverlaps.Shared pair = overlaps.pairs().getFirst();
        assertThat(pair.measured()).isTrue();
        assertThat(pair.people()).isEqualTo(new AudienceOverlaps.People(10_000, 10_000, 10_000));
        AudienceOverlaps.Own first = overlaps.own().getFirst();
        assertThat(first.exclusive().low()).isCloseTo(first.reach() - 10_000, within(1e-6));
        assertThat(first.exclusive().high()).isCloseTo(first.reach() - 10_000, within(1e-6));
        double sum =
                overlaps.own().stream().mapToDouble(AudienceOverlaps.Own::reach).sum();
        assertThat(overlaps.netReach().lower()).isCloseTo(sum - 10_000, within(1e-6));
        assertThat(overlaps.netReach().upper()).isCloseTo(sum - 10_000, within(1e-6));
    }
}
