package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CounterfactualTest {

    private static final BriefReview.Desk DESK = ShippedData.MATCHER.desk();

    private static Candidate cheap() {
        return candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "150", "EUR")
                .build();
    }

    @Test
    void shouldSayAtWhichFeeACreatorWouldBeAmongTheBest() {
        // Given
        Candidate cheap = cheap();
        Candidate dear = candidate(2)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "300", "EUR")
                .build();
        BriefReview review = DESK.review(brief().build(), Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(dear, ShippedData.pool(List.of(cheap, dear)), 1);

        // Then
        assertThat(standing.ranked().rank()).isEqualTo(2);
        Counterfactual fee = standing.counterfactuals().stream()
                .filter(change -> change.lever().equals("FEE"))
                .findFirst()
                .orElseThrow();
        assertThat(fee.bound()).isEqualTo(Counterfactual.Bound.AT_MOST);
        assertThat(Double.parseDouble(fee.value())).isBetween(140.0, 150.0);
        assertThat(fee.present()).isEqualTo("300.00");
        assertThat(fee.rank()).isEqualTo(1);
        assertThat(review.standing(cheap, ShippedData.pool(List.of(cheap, dear)), 1)
                        .counterfactuals())
                .isEmpty();
    }

    @Test
    void shouldSayFeesThatCanBeStatedInTheirCurrency() {
        // Given
        Candidate dear = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "15000", "JPY")
                .build();
        Brief brief = brief().budget("9999", "JPY").build();

        // When
        BriefReview.Standing standing =
                DESK.review(brief, Map.of(), ShippedData.AS_OF).standing(dear, ShippedData.pool(List.of(dear)), 1);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.PRICE);
        assertThat(standing.counterfactuals())
                .filteredOn(change -> change.lever().equals("FEE"))
                .singleElement()
                .satisfies(fee -> {
                    assertThat(fee.value()).isEqualTo("9999");
                    assertThat(fee.present()).isEqualTo("15000");
                    assertThat(fee.text()).isEqualTo("the fee is at most 9999 JPY");
                });
    }

    @Test
    void shouldSayAtWhichFeeForTheWantedFormatACreatorWouldBeAmongTheBest() {
        // Given
        Candidate cheap = cheap();
        Candidate dear = candidate(2)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .rate(Platform.INSTAGRAM, ContentFormat.CAROUSEL, "20")
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "300")
                .build();
        CandidatePool all = ShippedData.pool(List.of(cheap, dear));
        Brief reel = brief().conditions(Asked.formats(ContentFormat.REEL)).build();

        // When
        BriefReview.Standing standing =
                DESK.review(reel, Map.of(), ShippedData.AS_OF).standing(dear, all, 1);

        // Then
        assertThat(standing.ranked().offer().price().money().amount()).isEqualByComparingTo("300");
        assertThat(standing.counterfactuals())
                .filteredOn(change -> change.lever().equals("FEE"))
                .singleElement()
                .satisfies(fee -> {
                    assertThat(fee.present()).isEqualTo("300.00");
                    assertThat(Double.parseDouble(fee.value())).isBetween(140.0, 150.0);
                });
        assertThat(DESK.review(brief().build(), Map.of(), ShippedData.AS_OF)
                        .standing(dear, all, 1)
                        .ranked()
                        .rank())
                .isEqualTo(1);
    }

    @Test
    void shouldSayWhatWouldMakeARejectedCreatorEligible() {
        // Given
        Candidate volunteer = candidate(1).available(EngagementType.VOLUNTEER).build();
        Brief brief = brief().build();

        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(volunteer, ShippedData.pool(List.of(volunteer)), 3);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.AVAILABILITY);
        assertThat(review.facts(EligibilityRule.AVAILABILITY, volunteer)).isEqualTo("asked for PAID, offers VOLUNTEER");
        assertThat(standing.counterfactuals()).extracting(Counterfactual::text).contains("the creator accepts PAID");
    }

    @Test
    void shouldNotSpeakOfAFeeWithoutTheWorkItIsFor() {
        // Given
        Candidate volunteer = candidate(1).available(EngagementType.VOLUNTEER).build();
        Candidate silent = candidate(2).build();
        Brief brief = brief().build();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(volunteer, ShippedData.pool(List.of(volunteer)), 3);

        // Then
        assertThat(standing.counterfactuals())
                .filteredOn(change -> change.lever().equals("FEE"))
                .singleElement()
                .satisfies(fee -> {
                    assertThat(fee.present()).isNull();
                    assertThat(fee.text()).isEqualTo("the creator accepts PAID for at most " + fee.value() + " EUR");
                });
        assertThat(review.levers(silent))
                .filteredOn(lever -> lever.name().equals("FEE"))
                .singleElement()
                .satisfies(fee -> assertThat(fee.text().apply(1)).startsWith("the fee is at most "));
    }

    @Test
    void shouldProposeNoTopicThatTheCreatorHasUnderAnotherName() {
        // Given
        Candidate french = candidate(1).topics("cuisine").build();
        BriefReview review =
                DESK.review(brief().topics("cooking", "travel", "voyage").build(), Map.of(), ShippedData.AS_OF);

        // When
        List<Lever> levers = review.levers(french);

        // Then
        assertThat(levers)
                .filteredOn(lever -> lever.name().equals("TOPIC"))
                .extracting(Lever::subject)
                .containsExactly("travel");
    }

    @Test
    void shouldSayUntilWhenWorkForCompetitorsWouldHaveToLieBack() {
        // Given
        Candidate candidate = candidate(1)
                .workedWith("Sommet", LocalDate.parse("2025-11-20"))
                .brand(BrandRelation.WORKED_WITH, "Aero", null)
                .workedWith("Soupe & Cie", LocalDate.parse("2025-08-01"))
                .workedWith("Another", LocalDate.parse("2025-08-01"))
                .brand(BrandRelation.REFUSES, "Kiosque", null)
                .build();
        Brief brief = brief().conditions(Asked.exclusive(180, "Sommet", "Aero", "Soupe & Cie"))
                .build();
        BriefReview review = DESK.review(brief, Map.of(), ShippedData.AS_OF);

        // When
        BriefReview.Standing standing = review.standing(candidate, ShippedData.pool(List.of(candidate)), 3);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.COMPETITOR);
        assertThat(review.facts(EligibilityRule.COMPETITOR, candidate))
                .isEqualTo("competitors Aero, Sommet, Soupe & Cie, no work for them from 2025-09-02 on,"
                        + " WORKED_WITH Aero, day unknown, WORKED_WITH Sommet on 2025-11-20,"
                        + " WORKED_WITH Soupe & Cie on 2025-08-01");
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::bound, Counterfactual::value, Counterfactual::text)
                .containsExactly(tuple(
                        "COMPETITOR_WORK",
                        Counterfactual.Bound.AT_MOST,
                        "2025-09-01",
                        "the last work for Sommet, Aero was on 2025-09-01 or before"));
    }

    @Test
    void shouldNameDaysAsDays() {
        // Given
        Candidate stale = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .lastPost(Instant.parse("2025-12-24T10:00:00Z"))
                .account(Platform.TIKTOK, 8_000L, 0.05)
                .build();

        // When
        List<Lever> levers =
                DESK.review(brief().build(), Map.of(), ShippedData.AS_OF).levers(stale);

        // Then
        assertThat(levers)
                .filteredOn(lever -> lever.name().equals("LAST_POST"))
                .extracting(
                        Lever::subject,
                        Lever::bound,
                        Lever::present,
                        lever -> lever.value().apply(1),
                        lever -> lever.text().apply(1))
                .containsExactly(
                        tuple(
                                "INSTAGRAM",
                                Counterfactual.Bound.AT_LEAST,
                                "2025-12-24",
                                "2026-02-01",
                                "the last post on INSTAGRAM is of 2026-02-01 or later"),
                        tuple(
                                "TIKTOK",
                                Counterfactual.Bound.AT_LEAST,
                                null,
                                "2026-02-01",
                                "the last post on TIKTOK is of 2026-02-01 or later"));
        assertThat(levers)
                .filteredOn(lever -> lever.name().equals("FIGURES_OBSERVED"))
                .extracting(
                        Lever::bound,
                        Lever::present,
                        lever -> lever.value().apply(1),
                        lever -> lever.text().apply(1))
                .startsWith(tuple(
                        Counterfactual.Bound.AT_LEAST,
                        "2026-01-15",
                        "2026-02-01",
                        "the figures on INSTAGRAM are of 2026-02-01 or later"));
    }

    @Test
    void shouldNotCallAnEstimateTheFee() {
        // Given
        Candidate silent = candidate(1).build();
        Candidate rated =
                candidate(2).rate(Platform.INSTAGRAM, ContentFormat.POST, "180").build();
        BriefReview review = DESK.review(brief().build(), Map.of(), ShippedData.AS_OF);

        // When
        List<Lever> ofSilent = review.levers(silent);
        List<Lever> ofRated = review.levers(rated);

        // Then
        assertThat(ofSilent)
                .filteredOn(lever -> lever.name().equals("FEE"))
                .extracting(Lever::present)
                .containsOnlyNulls();
        assertThat(ofRated)
                .filteredOn(lever -> lever.name().equals("FEE"))
                .extracting(Lever::present)
                .containsExactly("180.00");
    }

    @Test
    void shouldNameAChangeThatIsJustEnoughForThePlaceOfAnEqual() {
        // Given: equal points go to the smaller id
        Candidate asked = candidate(1).build();
        Candidate ahead = candidate(2).credibility(1).build();

        // When
        BriefReview.Standing standing = DESK.review(brief().build(), Map.of(), ShippedData.AS_OF)
                .standing(asked, ShippedData.pool(List.of(asked, ahead)), 1);

        // Then
        assertThat(standing.ranked().rank()).isEqualTo(2);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::value)
                .contains(tuple("CREDIBILITY", "1"));
    }

    @Test
    void shouldAskWhoIsAmongTheFirstByScoreWhoeverTakesTurns() {
        // Given
        int top = 5;
        List<Candidate> pool = new RandomPool(3).candidates(60);
        Exposure exposure = new Exposure(Exposure.Policy.ROTATE, 5L, 0.2);
        Brief rotating = brief().budget("90000")
                .conditions(new Conditions(null, null, null, null, null, null, null, null, null, exposure))
                .build();
        BriefReview review = DESK.review(rotating, Map.of(), ShippedData.AS_OF);

        // When
        MatchResult result = ShippedData.MATCHER.match(
                rotating,
                PanelOptions.NONE,
                Map.of(),
                ShippedData.pool(pool),
                ShippedData.AS_OF,
                new RankingOptions(12, top));

        // Then
        assertThat(result.exposure().movedPlaces()).isPositive();
        assertThat(result.ranking()).hasSize(12);
        for (Ranked ranked : result.ranking()) {
            Candidate creator = ranked.offer().candidate();
            BriefReview.Standing standing = review.standing(creator, ShippedData.pool(pool), top);
            assertThat(result.counterfactuals().get(creator.creatorId()))
                    .isEqualTo(standing.ranked().rank() <= top ? null : standing.counterfactuals());
        }
    }

    @Test
    void shouldNotTellABrandWhichOthersACreatorRefuses() {
        // Given
        Candidate candidate = candidate(1)
                .brand(BrandRelation.REFUSES, "Maison Verte", null)
                .brand(BrandRelation.REFUSES, "Kiosque", null)
                .build();
        BriefReview review = DESK.review(brief().brand("Maison Verte").build(), Map.of(), ShippedData.AS_OF);

        // When
        String facts = review.facts(review.rejection(candidate).orElseThrow(), candidate);

        // Then
        assertThat(facts).isEqualTo("brand Maison Verte, refused by the creator");
    }

    @Test
    void shouldStartFromThePriceOfTheWantedFormatWhereThatIsTooDear() {
        // Given
        Candidate candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "20")
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "300")
                .build();
        Brief brief = brief().budget("250")
                .conditions(Asked.formats(ContentFormat.REEL))
                .build();

        // When
        BriefReview.Standing standing = DESK.review(brief, Map.of(), ShippedData.AS_OF)
                .standing(candidate, ShippedData.pool(List.of(candidate)), 1);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.PRICE);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::present, Counterfactual::value)
                .containsExactly(tuple("FEE", "300.00", "250.00"));
    }

    @Test
    void shouldStartFromAPriceInTheCurrencyOfTheBudget() {
        // Given
        Candidate candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, new Money(BigDecimal.TEN, "USD"), null)
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "180")
                .build();

        // When
        BriefReview.Standing standing = DESK.review(brief().budget("100").build(), Map.of(), ShippedData.AS_OF)
                .standing(candidate, ShippedData.pool(List.of(candidate)), 1);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.PRICE);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::present, Counterfactual::value)
                .containsExactly(tuple("FEE", "180.00", "100.00"));
    }

    @Test
    void shouldCountAnAudienceInTheWordsInWhichItIsKept() {
        // Given
        Candidate asked = candidate(1)
                .audience(AudienceDimension.AGE_BAND, Map.of("18-24", 0.3, "25-34", 0.25, "35-44", 0.25))
                .audience(AudienceDimension.LANGUAGE, Map.of("fr-FR", 0.5, "fr-CA", 0.1, "en", 0.2))
                .build();
        Candidate ahead = candidate(2)
                .audience(AudienceDimension.AGE_BAND, Map.of("25-34", 0.6))
                .audience(AudienceDimension.LANGUAGE, Map.of("fr", 0.7))
                .build();
        Brief brief = brief().languages("fr").target(Asked.ages(null, "25-44")).build();

        // When
        BriefReview.Standing standing = DESK.review(brief, Map.of(), ShippedData.AS_OF)
                .standing(asked, ShippedData.pool(List.of(asked, ahead)), 1);

        // Then
        assertThat(standing.counterfactuals())
                .filteredOn(change -> change.lever().equals("AUDIENCE_SHARE"))
                .extracting(Counterfactual::subject, Counterfactual::present)
                .containsExactly(tuple("INSTAGRAM AGE_BAND", "0.5"), tuple("INSTAGRAM LANGUAGE", "0.6"));
        assertThat(standing.counterfactuals())
                .filteredOn(change -> change.lever().equals("AUDIENCE_SHARE"))
                .allSatisfy(change -> assertThat(Double.parseDouble(change.value()))
                        .isGreaterThan(Double.parseDouble(change.present())));
    }

    /** Shares are rounded down one by one: three of 9.9 % pass for less than 29.7 %. */
    @Test
    void shouldNameAShareThatSufficesHoweverManyValuesItIsSpreadOver() {
        // Given
        Candidate candidate = candidate(1)
                .audience(AudienceDimension.AGE_BAND, Map.of("18-24", 0.0933, "25-34", 0.0933, "35-44", 0.0933))
                .build();
        Brief brief = brief().target(Asked.ages(0.3, "18-24", "25-34", "35-44")).build();

        // When
        BriefReview.Standing standing = DESK.review(brief, Map.of(), ShippedData.AS_OF)
                .standing(candidate, ShippedData.pool(List.of(candidate)), 1);

        // Then
        assertThat(standing.rejectedBy()).isEqualTo(EligibilityRule.AUDIENCE_SHARE);
        assertThat(standing.counterfactuals())
                .extracting(Counterfactual::lever, Counterfactual::value)
                .containsExactly(tuple("AUDIENCE_SHARE", "0.3"));
    }
}
