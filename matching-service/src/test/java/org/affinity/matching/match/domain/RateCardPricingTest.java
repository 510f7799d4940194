package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.engine.domain.Entry;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

/** Prices of those who have a rate card, in matches. */
class RateCardPricingTest {

    @Test
    void shouldTakeTheCheapestOfPiecesThatBringTheSameWhenNoFormatIsWanted() {
        // Given
        CandidateBuilder candidate = rated().rate(Platform.INSTAGRAM, ContentFormat.CAROUSEL, "90");

        // When
        Price price = matched(candidate, brief());

        // Then
        assertThat(price.money()).isEqualTo(eur("90"));
        assertThat(price.source()).isEqualTo(PriceSource.DECLARED);
        assertThat(price.format()).isEqualTo(ContentFormat.CAROUSEL);
    }

    @Test
    void shouldTakeAStoryOnlyWhereItBringsMoreForItsPriceThanAPost() {
        // Given: a story brings 0.28 of a reel
        CandidateBuilder dear = rated();
        CandidateBuilder cheap = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "1800")
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "60");

        // When
        Price reel = matched(dear, brief());
        Price story = matched(cheap, brief());

        // Then
        assertThat(reel.money()).isEqualTo(eur("180"));
        assertThat(reel.format()).isEqualTo(ContentFormat.REEL);
        assertThat(story.money()).isEqualTo(eur("60"));
        assertThat(story.format()).isEqualTo(ContentFormat.STORY);
    }

    @Test
    void shouldTakeAPostRatherThanACheaperStoryWhereThePriceDoesNotCount() {
        // Given
        CandidateBuilder candidate = rated().available(EngagementType.GIFTED);

        // When
        Offer offer =
                offer(candidate, brief().engagementType(EngagementType.GIFTED).objective(Aim.CONVINCE, Kpi.POSTS, "3"));

        // Then
        assertThat(offer.expectation().format()).isEqualTo(ContentFormat.REEL);
    }

    @Test
    void shouldTakeAFreePieceRatherThanADearerOne() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.CAROUSEL, "0")
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "50");

        // When
        Price price = matched(candidate, brief());

        // Then
        assertThat(price.money()).isEqualTo(eur("0"));
        assertThat(price.format()).isEqualTo(ContentFormat.CAROUSEL);
    }

    @Test
    void shouldTakeThePriceOfTheWantedFormat() {
        // Given
        CandidateBuilder candidate = rated();

        // When
        Price price = matched(candidate, brief().conditions(Asked.formats(ContentFormat.REEL)));

        // Then
        assertThat(price.money()).isEqualTo(eur("180"));
        assertThat(price.format()).isEqualTo(ContentFormat.REEL);
    }

    @Test
    void shouldTakeTheCheapestOfTheWantedFormats() {
        // Given
        CandidateBuilder candidate = rated().rate(Platform.INSTAGRAM, ContentFormat.CAROUSEL, "90");

        // When
        Price price = matched(candidate, brief().conditions(Asked.formats(ContentFormat.REEL, ContentFormat.CAROUSEL)));

        // Then
        assertThat(price.money()).isEqualTo(eur("90"));
        assertThat(price.format()).isEqualTo(ContentFormat.CAROUSEL);
    }

    @Test
    void shouldNameTheWantedOfPiecesThatCostTheSame() {
        // Given
        CandidateBuilder candidate = rated().rate(Platform.INSTAGRAM, ContentFormat.CAROUSEL, "180.00");

        // When
        Price price = matched(candidate, brief().conditions(Asked.formats(ContentFormat.CAROUSEL)));

        // Then
        assertThat(price.money()).isEqualTo(eur("180"));
        assertThat(price.format()).isEqualTo(ContentFormat.CAROUSEL);
    }

    @Test
    void shouldTakeTheLeastOrderWhereOnePieceCostsLess() {
        // Given
        CandidateBuilder candidate = candidate(1).rate(Platform.INSTAGRAM, ContentFormat.STORY, eur("60"), eur("150"));

        // When
        Price price = matched(candidate, brief());

        // Then
        assertThat(price.money()).isEqualTo(eur("150"));
        assertThat(price.format()).isEqualTo(ContentFormat.STORY);
    }

    @Test
    void shouldTakeTheDeclaredFeeWhateverTheRateCardSays() {
        // Given
        CandidateBuilder candidate = rated().available(EngagementType.PAID, "500", "EUR");

        // When
        Price price = matched(candidate, brief().conditions(Asked.formats(ContentFormat.STORY)));

        // Then
        assertThat(price).isEqualTo(new Price(eur("500"), PriceSource.DECLARED));
        assertThat(PricedAccount.of(candidate.build()))
                .extracting(one -> one.formats(Set.of()))
                .containsExactly(List.of(ContentFormat.REEL), List.of(ContentFormat.STORY));
    }

    @Test
    void shouldEstimateWhereTheRateCardIsForOtherPlatforms() {
        // Given
        CandidateBuilder candidate = candidate(1).rate(Platform.TIKTOK, ContentFormat.VIDEO, "10");

        // When
        Price price = matched(candidate, brief().conditions(Asked.formats(ContentFormat.VIDEO)));

        // Then
        assertThat(price.source()).isEqualTo(PriceSource.ESTIMATED);
        assertThat(price.format()).isNull();
    }

    @Test
    void shouldRejectWhoseWantedFormatIsDearerThanTheBudgetThoughAnotherIsNot() {
        // Given
        Candidate candidate = rated().build();

        // When
        Verdict verdict = verdict(
                candidate,
                brief().budget("100")
                        .conditions(Asked.formats(ContentFormat.REEL))
                        .build());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected(EligibilityRule.PRICE));
        assertThat(facts(candidate, brief().budget("100").conditions(Asked.formats(ContentFormat.REEL))))
                .isEqualTo("budget 100.00 EUR, rate card INSTAGRAM REEL 180.00 EUR");
    }

    @Test
    void shouldTellOnlyOfThePricesThatAreAskedFor() {
        // Given
        Candidate stated = rated().available(EngagementType.PAID, "500", "EUR")
                .available(EngagementType.AFFILIATE, "400", "EUR")
                .build();
        Candidate estimated =
                candidate(1).account(Platform.YOUTUBE, 100_000L, null, 20_000L).build();

        // When
        String paid = facts(stated, brief().budget("100"));
        String affiliate = facts(stated, brief().budget("100").engagementType(EngagementType.AFFILIATE));
        String unstated = facts(estimated, brief().budget("100"));

        // Then
        assertThat(paid).isEqualTo("budget 100.00 EUR, fee 500.00 EUR");
        assertThat(affiliate).isEqualTo("budget 100.00 EUR, fee 400.00 EUR");
        assertThat(unstated).isEqualTo("budget 100.00 EUR, estimated 1000.00 EUR");
        assertThat(RejectionFacts.ofCreator(EligibilityRule.PRICE, stated, EngagementType.AFFILIATE))
                .isEqualTo("fee 400.00 EUR");
        assertThat(RejectionFacts.ofCreator(EligibilityRule.PRICE, rated().build(), EngagementType.PAID))
                .isEqualTo("fee none stated, rate card INSTAGRAM REEL 180.00 EUR, INSTAGRAM STORY 60.00 EUR,"
                        + " TIKTOK VIDEO 10.00 EUR");
    }

    @Test
    void shouldTakeAPieceInTheCurrencyOfTheBudget() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, new Money(BigDecimal.TEN, "USD"), null)
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "180");

        // When
        Price price = matched(candidate, brief());

        // Then
        assertThat(price.money()).isEqualTo(eur("180"));
    }

    @Test
    void shouldTakeNothingForNothingInAnyCurrency() {
        // Given
        CandidateBuilder fee = candidate(1).available(EngagementType.PAID, "0", "EUR");
        CandidateBuilder commission = candidate(1).available(EngagementType.AFFILIATE, "0", "EUR");
        CandidateBuilder piece =
                candidate(1).rate(Platform.INSTAGRAM, ContentFormat.REEL, new Money(BigDecimal.ZERO, "JPY"), null);
        Money nothing = Money.zero("CHF");

        // When
        Price ofFee = matched(fee, brief().budget("5000", "CHF"));
        Price ofCommission =
                matched(commission, brief().budget("5000", "CHF").engagementType(EngagementType.AFFILIATE));
        Price ofPiece = matched(piece, brief().budget("5000", "CHF"));

        // Then
        assertThat(ofFee).isEqualTo(new Price(nothing, PriceSource.DECLARED));
        assertThat(ofCommission).isEqualTo(new Price(nothing, PriceSource.DECLARED));
        assertThat(ofPiece.money()).isEqualTo(nothing);
        assertThat(ofPiece.format()).isEqualTo(ContentFormat.REEL);
        Contribution worth = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, piece, brief().budget("5000", "CHF"));
        assertThat(worth.value()).isEqualTo(1);
        assertThat(worth.evidence().text()).startsWith("0.00 CHF");
    }

    @Test
    void shouldKeepTheCheapestPricesWhereThereAreMoreThanRows() {
        // Given
        CandidateBuilder builder = candidate(1);
        for (Platform platform : Platform.values()) {
            builder.account(platform, 8_000L, 0.05);
            int price = 100;
            for (ContentFormat format : ContentFormat.values()) {
                builder.rate(platform, format, "" + price--);
            }
        }

        // When
        List<PricedAccount> priced = PricedAccount.of(builder.build());

        // Then
        assertThat(priced).hasSize(Entry.MOST_ROWS);
        assertThat(priced.stream().map(PricedAccount::account).distinct()).hasSize(Platform.values().length);
        assertThat(priced.subList(0, 6))
                .extracting(one -> one.pieces().getFirst().format())
                .containsExactly(
                        ContentFormat.EPISODE,
                        ContentFormat.ARTICLE,
                        ContentFormat.LIVE,
                        ContentFormat.VIDEO,
                        ContentFormat.SHORT,
                        ContentFormat.REEL);
    }

    @Test
    void shouldKeepAllPricesOfAnAccountAmongOthersWithoutARateCard() {
        // Given
        CandidateBuilder candidate = candidate(1).account(Platform.INSTAGRAM, 8_000L, 0.05);
        for (int others = 0; others < 7; others++) {
            candidate.account(Platform.TIKTOK, 8_000L, 0.05);
        }
        int price = 100;
        for (ContentFormat format : ContentFormat.values()) {
            candidate.rate(Platform.INSTAGRAM, format, "" + price--);
        }
        ContentFormat dearest = ContentFormat.POST;

        // When
        Price found = matched(candidate, brief().conditions(Asked.formats(dearest)));

        // Then
        assertThat(found.money()).isEqualTo(eur("100"));
        assertThat(found.format()).isEqualTo(dearest);
    }

    private static CandidateBuilder rated() {
        return candidate(1)
                .rate(Platform.INSTAGRAM, ContentFormat.REEL, "180")
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "60")
                .rate(Platform.TIKTOK, ContentFormat.VIDEO, "10");
    }

    /** The price in a match. */
    private static Price matched(CandidateBuilder candidate, BriefBuilder brief) {
        return offer(candidate, brief).price();
    }

    private static Offer offer(CandidateBuilder candidate, BriefBuilder brief) {
        return ShippedData.match(brief.build(), List.of(candidate.build()), 1)
                .ranking()
                .getFirst()
                .offer();
    }

    private static String facts(Candidate candidate, BriefBuilder brief) {
        return ShippedData.MATCHER
                .desk()
                .review(brief.build(), Map.of(), ShippedData.AS_OF)
                .facts(EligibilityRule.PRICE, candidate);
    }

    private static Verdict verdict(Candidate candidate, Brief brief) {
        return ShippedData.ELIGIBILITY.of(candidate, ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF));
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
