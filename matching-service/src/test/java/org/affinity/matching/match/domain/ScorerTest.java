package org.affinity.matching.match.domain;

import java.util.List;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScorerTest {

    @Test
    void shouldReadTopicsAsShareOfWhatIsWanted() {
        // Given
        Offer offer = offer(candidate(1).topics("cooking", "garden"), brief());

        // When
        Contribution part = part(
                Signal.TOPIC_AFFINITY,
                offer,
                brief().topics("Cooking", "travel").build());

        // Then
        assertThat(part.value()).isEqualTo(0.5);
        assertThat(part.contribution()).isZero();
        assertThat(part.evidence().inWords())
                .isEqualTo("1 of 2 wanted topics: wanted cooking, travel, has cooking, garden [PROFILE]");
    }

    @Test
    void shouldNeitherHelpNorPunishWhatIsUnknown() {
        // Given
        CandidateBuilder stranger =
                candidate(1).country(null).topics().languages().account(Platform.INSTAGRAM, 8_000L, null);
        Brief brief = brief().topics("cooking").countries("FR").languages("fr").build();

        // When
        List<Contribution> parts = ShippedData.SCORER.explain(offer(stranger, brief()), brief, ShippedData.AS_OF);

        // Then
        assertThat(parts)
                .filteredOn(part -> part.value() == null)
                .extracting(Contribution::signal)
                .containsExactly(
                        Signal.TOPIC_AFFINITY,
                        Signal.ENGAGEMENT_VERSUS_PEERS,
                        Signal.COUNTRY_FIT,
                        Signal.LANGUAGE_FIT,
                        Signal.PRICE_FOR_EXPECTED_RESULT);
        assertThat(parts).filteredOn(part -> part.value() == null).allMatch(part -> part.contribution() == 0);
    }

    @Test
    void shouldCompareEngagementWithPeersOnALogarithmicScale() {
        // Given
        long followers = 100_000_000L;

        // When
        Contribution twice = engagement(followers, 0.024);
        Contribution half = engagement(followers, 0.006);
        Contribution tenfold = engagement(followers, 0.12);
        Contribution none = engagement(followers, 0.0);

        // Then
        assertThat(twice.value()).isCloseTo(0.75, within(1e-4));
        assertThat(half.value()).isCloseTo(0.25, within(1e-4));
        assertThat(tenfold.value()).isEqualTo(1);
        assertThat(none.value()).isZero();
        assertThat(twice.contribution()).isCloseTo(-half.contribution(), within(1e-4));
    }

    @Test
    void shouldPullTheRateOfAHandfulOfFollowersToThePeers() {
        // Given
        Brief brief = brief().build();

        // When
        Contribution handful = engagement(28, 1.0);
        Contribution absurd = engagement(28, 7.5);
        Contribution established = engagement(80_000, 0.06);

        // Then
        assertThat(handful.value()).isLessThan(0.65);
        assertThat(absurd)
                .isEqualTo(new Contribution(
                        absurd.signal(), absurd.weight(), handful.value(), handful.contribution(), absurd.evidence()));
        assertThat(established.value()).isGreaterThan(0.8);
        assertThat(brief.maxCreators()).isPositive();
    }

    @Test
    void shouldValueADeclaredFeeAgainstTheUsualOne() {
        // Given
        CandidateBuilder usual = candidate(1)
                .account(Platform.YOUTUBE, 50_000L, null, 10_000L)
                .available(EngagementType.PAID, "500", "EUR");
        CandidateBuilder cheap = candidate(2)
                .account(Platform.YOUTUBE, 50_000L, null, 10_000L)
                .available(EngagementType.PAID, "250", "EUR");

        // When
        Contribution usualPart = part(Signal.PRICE_FOR_EXPECTED_RESULT, offer(usual, brief()), brief().build());
        Contribution cheapPart = part(Signal.PRICE_FOR_EXPECTED_RESULT, offer(cheap, brief()), brief().build());

        // Then
        assertThat(usualPart.value()).isEqualTo(0.5);
        assertThat(usualPart.contribution()).isZero();
        assertThat(cheapPart.value()).isEqualTo(2.0 / 3);
    }

    @Test
    void shouldNotCompareAFeeWithAUsualPriceInAnotherCurrency() {
        // Given
        BriefBuilder inYen = brief().budget("90000", "JPY");
        Offer offer = offer(candidate(1).available(EngagementType.PAID, "60000", "JPY"), inYen);

        // When
        Contribution part = part(Signal.PRICE_FOR_EXPECTED_RESULT, offer, inYen.build());

        // Then
        assertThat(part.value()).isNull();
        assertThat(part.contribution()).isZero();
        assertThat(part.evidence().inWords()).isEqualTo("60000.00 JPY; no usual price in JPY [DECLARED]");
    }

    @Test
    void shouldCallNothingDeclaredThatNobodyDeclared() {
        // Given
        BriefBuilder gift = brief().engagementType(EngagementType.GIFTED)
                .topics("cooking")
                .countries("FR")
                .languages("fr");
        Offer offer = offer(candidate(1).available(EngagementType.GIFTED), gift);

        // When
        List<Contribution> parts = ShippedData.SCORER.explain(offer, gift.build(), ShippedData.AS_OF);

        // Then
        assertThat(parts)
                .filteredOn(part -> List.of(Signal.TOPIC_AFFINITY, Signal.COUNTRY_FIT, Signal.LANGUAGE_FIT)
                        .contains(part.signal()))
                .hasSize(3)
                .allMatch(part -> part.evidence().source().equals("PROFILE"));
        assertThat(parts)
                .filteredOn(part -> part.signal() == Signal.PRICE_FOR_EXPECTED_RESULT)
                .extracting(part -> part.evidence().inWords())
                .containsExactly("no fee to compare [NONE]");
    }

    @Test
    void shouldHalveFreshnessEachHalfLife() {
        // Given
        Offer offer = offer(candidate(1), brief());

        // When
        List<Contribution> later = ShippedData.SCORER.explain(
                offer, brief().build(), CandidateBuilder.OBSERVED_AT.plusSeconds(180L * 86_400));

        // Then
        assertThat(later)
                .filteredOn(part -> part.signal() == Signal.DATA_FRESHNESS)
                .extracting(Contribution::value)
                .containsExactly(0.25);
    }

    @Test
    void shouldRewardATrackRecordAndNotPunishItsAbsence() {
        // Given
        Brief brief = brief().build();

        // When
        Contribution newcomer = part(Signal.TRACK_RECORD, offer(candidate(1), brief()), brief);
        Contribution regular = part(Signal.TRACK_RECORD, offer(candidate(2).completed(2), brief()), brief);

        // Then
        assertThat(newcomer.contribution()).isZero();
        assertThat(regular.value()).isEqualTo(0.5);
        assertThat(regular.contribution()).isEqualTo(0.05);
    }

    @Test
    void shouldGiveHalfForAnEvenShareOfTheObjective() {
        // Given
        Offer offer = offer(candidate(1).account(Platform.YOUTUBE, 50_000L, null, 10_000L), brief());

        // When
        Contribution part = part(
                Signal.AUDIENCE_SIZE,
                offer,
                brief().objective(Aim.VISIBILITY, Kpi.REACH, "50000")
                        .maxCreators(5)
                        .build());

        // Then
        assertThat(part.value()).isEqualTo(0.5);
    }

    private static Contribution engagement(long followers, double rate) {
        return part(
                Signal.ENGAGEMENT_VERSUS_PEERS,
                offer(candidate(1).account(Platform.INSTAGRAM, followers, rate), brief().budget("999999999")),
                brief().build());
    }

    private static Offer offer(CandidateBuilder builder, BriefBuilder brief) {
        Candidate candidate = builder.build();
        return ((Verdict.Eligible) ShippedData.ELIGIBILITY.of(candidate, brief.build()))
                .offers()
                .getFirst();
    }

    private static Contribution part(Signal signal, Offer offer, Brief brief) {
        return ShippedData.SCORER.explain(offer, brief, ShippedData.AS_OF).stream()
                .filter(part -> part.signal() == signal)
                .findFirst()
                .orElseThrow();
    }
}
