package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

/** Signals that are read from figures and money; those of words are in {@link WordSignalsTest}. */
class ScorerTest {

    @Test
    void shouldNeitherHelpNorPunishWhatIsUnknown() {
        // Given
        CandidateBuilder stranger =
                candidate(1).country(null).topics().languages().account(Platform.INSTAGRAM, 8_000L, null);
        BriefBuilder brief = brief().brand("").topics("cooking").countries("FR").languages("fr");

        // When
        List<Contribution> parts = Explained.parts(stranger, brief);

        // Then
        assertThat(parts)
                .filteredOn(part -> part.level() != null)
                .extracting(Contribution::signal)
                .containsExactly(Signal.AUDIENCE_SIZE, Signal.DATA_FRESHNESS, Signal.TRACK_RECORD);
        assertThat(parts).filteredOn(part -> part.level() == null).allMatch(part -> part.points() == 0);
        assertThat(parts)
                .filteredOn(part -> part.signal() == Signal.COUNTRY_FIT)
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.lowPoints()).isEqualTo(-60 * 125);
                    assertThat(part.highPoints()).isEqualTo(60 * 125);
                });
    }

    @Test
    void shouldSayOfWhatIsUnknownBecauseItIsContestedThatItIs() {
        // Given
        BriefBuilder brief = brief().countries("FR");

        // When
        Contribution contested =
                Explained.part(Signal.COUNTRY_FIT, candidate(1).country(null).contests("country"), brief);
        Contribution unknown = Explained.part(Signal.COUNTRY_FIT, candidate(1).country(null), brief);

        // Then
        assertThat(contested.evidence().text()).isEqualTo("contested by the creator and not decided on yet");
        assertThat(unknown.evidence().text()).isEqualTo("country unknown");
        assertThat(contested.points()).isZero();
        assertThat(contested.lowPoints()).isNegative();
        assertThat(contested.highPoints()).isPositive();
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
        assertThat(twice.level()).isEqualTo(187);
        assertThat(half.level()).isEqualTo(63);
        assertThat(tenfold.level()).isEqualTo(250);
        assertThat(tenfold.evidence().lowers()).isNull();
        assertThat(none.level()).isZero();
        assertThat(none.evidence().lowers()).isEqualTo("four times the rate of the peers would count fully");
    }

    @Test
    void shouldPullTheRateOfAHandfulOfFollowersToThePeers() {
        // Given

        // When
        Contribution handful = engagement(28, 1.0);
        Contribution absurd = engagement(28, 7.5);
        Contribution established = engagement(80_000, 0.06);

        // Then
        assertThat(handful.value()).isLessThan(0.65);
        assertThat(absurd.level()).isNull();
        assertThat(absurd.evidence().text())
                .isEqualTo("750.00 % of 28 followers: more reactions than followers are not the followers', so it says"
                        + " nothing of them");
        assertThat(established.value()).isGreaterThan(0.8);
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
        Contribution usualPart = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, usual, brief());
        Contribution cheapPart = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, cheap, brief());

        // Then
        assertThat(usualPart.value()).isEqualTo(0.5);
        assertThat(usualPart.points()).isZero();
        assertThat(cheapPart.level()).isEqualTo(167);
    }

    @Test
    void shouldNotCompareAFeeWithAUsualPriceInAnotherCurrency() {
        // Given
        CandidateBuilder candidate = candidate(1).available(EngagementType.PAID, "60000", "JPY");

        // When
        Contribution part = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, candidate, brief().budget("90000", "JPY"));

        // Then
        assertThat(part.value()).isNull();
        assertThat(part.evidence().text()).isEqualTo("60000 JPY; no usual price in JPY");
        assertThat(part.evidence().source()).isEqualTo("DECLARED");
    }

    @Test
    void shouldNameTheLineOfTheRateCardThatThePriceIs() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "60")
                .rate(
                        Platform.INSTAGRAM,
                        ContentFormat.REEL,
                        new Money(new BigDecimal("180"), "EUR"),
                        new Money(new BigDecimal("200"), "EUR"));

        // When
        Contribution part = Explained.part(
                Signal.PRICE_FOR_EXPECTED_RESULT, candidate, brief().conditions(Asked.formats(ContentFormat.REEL)));

        // Then
        assertThat(part.evidence().text())
                .startsWith("200.00 EUR, rate card: REEL on INSTAGRAM (least order) for about");
    }

    @Test
    void shouldValueAFreePieceOfTheRateCardFully() {
        // Given
        CandidateBuilder candidate = candidate(1).rate(Platform.INSTAGRAM, ContentFormat.STORY, "0");

        // When
        Contribution part = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, candidate, brief());

        // Then
        assertThat(part.level()).isEqualTo(Levels.HIGHEST);
        assertThat(part.evidence().text()).startsWith("0.00 EUR, rate card: STORY on INSTAGRAM for about");
    }

    @Test
    void shouldCallNothingDeclaredThatNobodyDeclared() {
        // Given
        CandidateBuilder candidate = candidate(1).available(EngagementType.GIFTED);
        BriefBuilder gift = brief().engagementType(EngagementType.GIFTED)
                .topics("cooking")
                .countries("FR")
                .languages("fr");

        // When
        List<Contribution> parts = Explained.parts(candidate, gift);

        // Then
        assertThat(parts)
                .filteredOn(part -> List.of(Signal.TOPIC_AFFINITY, Signal.COUNTRY_FIT, Signal.LANGUAGE_FIT)
                        .contains(part.signal()))
                .hasSize(3)
                .allMatch(part -> part.evidence().source().equals("PROFILE"));
        assertThat(parts).noneMatch(part -> part.signal() == Signal.PRICE_FOR_EXPECTED_RESULT);
        assertThat(Explained.notAsked(candidate, gift))
                .containsEntry(Signal.PRICE_FOR_EXPECTED_RESULT, "no fee to compare");
    }

    @Test
    void shouldHalveFreshnessEachHalfLife() {
        // Given
        Instant later = CandidateBuilder.OBSERVED_AT.plusSeconds(180L * 86_400);

        // When
        List<Contribution> parts = Explained.parts(candidate(1), brief(), Map.of(), later);

        // Then
        assertThat(parts)
                .filteredOn(part -> part.signal() == Signal.DATA_FRESHNESS)
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.level()).isEqualTo(63);
                    assertThat(part.evidence().text()).isEqualTo("figures of 2026-01-15");
                    assertThat(part.evidence().source()).isEqualTo("DECLARED");
                    assertThat(part.evidence().observedOn()).isEqualTo("2026-01-15");
                });
    }

    @Test
    void shouldCountTheTimeSinceTheLastPost() {
        // Given
        CandidateBuilder silent = candidate(1).lastPost(ShippedData.AS_OF.minusSeconds(45L * 86_400));
        CandidateBuilder active = candidate(2).lastPost(ShippedData.AS_OF);

        // When
        Contribution old = Explained.part(Signal.RECENT_ACTIVITY, silent, brief());
        Contribution today = Explained.part(Signal.RECENT_ACTIVITY, active, brief());

        // Then
        assertThat(old.value()).isEqualTo(0.5);
        assertThat(today.value()).isEqualTo(1);
    }

    @Test
    void shouldRewardATrackRecordAndNotPunishItsAbsence() {
        // Given

        // When
        Contribution newcomer = Explained.part(Signal.TRACK_RECORD, candidate(1), brief());
        Contribution regular = Explained.part(Signal.TRACK_RECORD, candidate(2).completed(2), brief());

        // Then
        assertThat(newcomer.points()).isZero();
        assertThat(regular.value()).isEqualTo(0.5);
        assertThat(regular.contribution()).isEqualTo(0.03);
        assertThat(regular.evidence().text()).isEqualTo("2 collaborations completed");
        assertThat(Explained.part(Signal.TRACK_RECORD, candidate(3).completed(1), brief())
                        .evidence()
                        .text())
                .isEqualTo("1 collaboration completed");
    }

    @Test
    void shouldGiveHalfForAnEvenShareOfTheObjective() {
        // Given
        CandidateBuilder candidate = candidate(1).account(Platform.YOUTUBE, 50_000L, null, 10_000L);

        // When
        Contribution part = Explained.part(
                Signal.AUDIENCE_SIZE,
                candidate,
                brief().objective(Aim.VISIBILITY, Kpi.REACH, "50000").maxCreators(5));

        // Then
        assertThat(part.level()).isEqualTo(125);
    }

    @Test
    void shouldTakeCredibilityAsItIs() {
        // Given

        // When
        Contribution part = Explained.part(Signal.CREDIBILITY, candidate(1).credibility(0.6), brief());

        // Then
        assertThat(part.value()).isEqualTo(0.6);
        assertThat(part.points()).isEqualTo(60 * (150 - 188));
        assertThat(part.evidence().lowers()).isEqualTo("40.00 % of it does not");
    }

    @Test
    void shouldShowHowUncertainResponsivenessIs() {
        // Given

        // When
        Contribution part = Explained.part(Signal.RESPONSIVENESS, candidate(1).invited(0, 0, 0.7), brief());

        // Then
        assertThat(part.level()).isEqualTo(175);
        assertThat(part.lowPoints()).isEqualTo(50 * (88 - 125));
        assertThat(part.highPoints()).isEqualTo(50 * (213 - 125));
    }

    @Test
    void shouldAddUpTheSharesOfARealAudience() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.4, "BE", 0.2, "LU", 0.1))
                .audience(AudienceDimension.GENDER, Map.of("FEMALE", 0.25, "MALE", 0.7))
                .audience(AudienceDimension.AGE_BAND, Map.of("18-34", 0.51))
                .audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.12, "FR:Saint-Étienne", 0.08));

        // When
        Contribution country = Explained.part(Signal.AUDIENCE_COUNTRY, candidate, brief().countries("FR", "BE"));
        Contribution gender =
                Explained.part(Signal.AUDIENCE_GENDER, candidate, brief().target(Asked.genders("FEMALE")));
        Contribution age = Explained.part(Signal.AUDIENCE_AGE, candidate, brief().target(Asked.ages(null, "25-34")));
        Contribution cities = Explained.part(
                Signal.AUDIENCE_CITY,
                candidate,
                brief().target(Asked.cities(null, new Place("FR", "Lyon"), new Place("FR", "saint etienne"))));

        // Then
        // 0.5 + 0.5 × (0.6 - 0.2) / 0.8
        assertThat(country.level()).isEqualTo(188);
        // 0.5 × 0.25 / 0.5
        assertThat(gender.level()).isEqualTo(62);
        // Ten of seventeen years: 0.3, the threshold.
        assertThat(age.level()).isEqualTo(125);
        assertThat(cities.level()).isEqualTo(125);
        assertThat(country.evidence().text())
                .isEqualTo("60.00 % of the audience in the wanted countries (BE, FR), of 500 looked at;"
                        + " 20.00 % counts half");
        assertThat(country.evidence().source()).isEqualTo("NETWORK");
        assertThat(country.evidence().observedOn()).isEqualTo("2026-01-15");
        assertThat(country.evidence().lowers()).isEqualTo("40.00 % is elsewhere, or unknown");
    }

    @Test
    void shouldShowTheShareOfAnAudienceThatIsTold() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.25, "BE", 0.2))
                .audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.11, "FR:Saint-Étienne", 0.07));

        // When
        Contribution country = Explained.part(Signal.AUDIENCE_COUNTRY, candidate, brief().countries("FR"));
        Contribution cities = Explained.part(
                Signal.AUDIENCE_CITY,
                candidate,
                brief().target(Asked.cities(null, new Place("FR", "Lyon"), new Place("FR", "saint etienne"))));

        // Then
        assertThat(country.evidence().text()).startsWith("25.00 % of the audience in the wanted countries (FR)");
        assertThat(country.evidence().lowers()).isEqualTo("75.00 % is elsewhere, or unknown");
        assertThat(cities.evidence().text()).startsWith("18.00 % of the audience in the wanted cities");
    }

    @Test
    void shouldNotCountAnAudienceOfWhichOnlyAPartOfTheWantedValuesIsKept() {
        // Given: shares are kept of France but not of Hungary, of French but not of Ukrainian
        CandidateBuilder candidate = candidate(1)
                .audience(AudienceDimension.COUNTRY, Map.of("HU", 0.9, "FR", 0.05))
                .audience(AudienceDimension.LANGUAGE, Map.of("uk", 0.9, "fr", 0.05))
                .audience(AudienceDimension.AGE_BAND, Map.of("55-64", 0.2, "65+", 0.6));
        BriefBuilder brief =
                brief().countries("FR", "HU").languages("fr", "uk-UA").target(Asked.ages(0.3, "55-64", "65-74"));

        // When
        Map<Signal, String> notAsked = Explained.notAsked(candidate, brief);

        // Then
        assertThat(Explained.parts(candidate, brief))
                .extracting(Contribution::signal)
                .doesNotContain(Signal.AUDIENCE_COUNTRY, Signal.AUDIENCE_LANGUAGE, Signal.AUDIENCE_AGE);
        assertThat(notAsked)
                .containsEntry(
                        Signal.AUDIENCE_COUNTRY,
                        "shares of the audience are not kept for these of the wanted countries: HU")
                .containsEntry(
                        Signal.AUDIENCE_LANGUAGE,
                        "shares of the audience are not kept for these of the wanted languages: uk")
                .containsEntry(
                        Signal.AUDIENCE_AGE,
                        "shares of the audience are not kept for these of the wanted age bands: 65-74");
    }

    @Test
    void shouldNotSayThatAnythingIsElsewhereWhereAllIsInTheTarget() {
        // Given
        CandidateBuilder candidate =
                candidate(1).audience(AudienceDimension.COUNTRY, Map.of("FR", 1 / 3.0, "BE", 1 / 3.0, "LU", 1 / 3.0));

        // When
        Contribution part = Explained.part(Signal.AUDIENCE_COUNTRY, candidate, brief().countries("FR", "BE", "LU"));

        // Then
        assertThat(part.evidence().text()).startsWith("100.00 % of the audience");
        assertThat(part.evidence().lowers()).isNull();
    }

    @Test
    void shouldNameWhatOfAnAudienceWasMeasured() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .audience(AudienceDimension.INTEREST, Map.of("food & drink", 0.6))
                .audience(AudienceDimension.AGE_BAND, Map.of("18-24", 0.4));

        // When
        Contribution interest =
                Explained.part(Signal.AUDIENCE_INTEREST, candidate, brief().target(Asked.interests("216")));
        Contribution main = Explained.part(Signal.AUDIENCE_INTEREST, candidate, brief().target(Asked.interests("210")));
        Contribution age = Explained.part(Signal.AUDIENCE_AGE, candidate, brief().target(Asked.ages(null, "18-22")));
        Contribution inPieces = Explained.part(
                Signal.AUDIENCE_AGE, candidate, brief().target(Asked.ages(null, "18-19", "20-21", "22-24")));

        // Then
        assertThat(interest.evidence().text())
                .startsWith("60.00 % of the audience in the measured interests (Food & Drink, for the wanted Cooking)");
        assertThat(main.evidence().text())
                .startsWith("60.00 % of the audience in the wanted interests (Food & Drink), of 500");
        assertThat(age.evidence().text())
                .startsWith("40.00 % of the audience in the measured age bands (18-24, for the wanted 18-22)");
        assertThat(inPieces.evidence().text())
                .startsWith("40.00 % of the audience in the measured age bands"
                        + " (18-24, for the wanted 18-19, 20-21, 22-24)");
    }

    @Test
    void shouldWeighByEngagementAimAndRequest() {
        // Given
        CandidateBuilder candidate =
                candidate(1).available(EngagementType.VOLUNTEER).causes("food-aid");
        BriefBuilder brief = brief().engagementType(EngagementType.VOLUNTEER)
                .objective(Aim.FUNDRAISE, Kpi.DONATIONS, "100")
                .conditions(Asked.causes("food-aid", "housing"));

        // When
        Contribution byType = Explained.part(Signal.CAUSE_AFFINITY, candidate, brief);
        Contribution byAim = Explained.part(Signal.ENGAGEMENT_VERSUS_PEERS, candidate, brief);
        List<Contribution> asked =
                Explained.parts(candidate, brief, Map.of(Signal.CAUSE_AFFINITY, 500), ShippedData.AS_OF);

        // Then
        assertThat(byType.weight()).isEqualTo(0.2);
        assertThat(byType.value()).isEqualTo(0.5);
        assertThat(byAim.weight()).isEqualTo(0.24);
        assertThat(asked)
                .filteredOn(part -> part.signal() == Signal.CAUSE_AFFINITY)
                .extracting(Contribution::weight)
                .containsExactly(0.5);
    }

    private static Contribution engagement(long followers, double rate) {
        return Explained.part(
                Signal.ENGAGEMENT_VERSUS_PEERS,
                candidate(1).account(Platform.INSTAGRAM, followers, rate),
                brief().budget("999999999"));
    }
}
