package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class PricingTest {

    @Test
    void shouldTakeTheDeclaredFee() {
        // Given
        CandidateBuilder candidate = candidate(1).available(EngagementType.PAID, "180", "EUR");

        // When
        Price price = price(candidate, brief());

        // Then
        assertThat(price).isEqualTo(new Price(eur("180"), PriceSource.DECLARED));
    }

    @Test
    void shouldEstimateFromViewsWhenNoFeeIsDeclared() {
        // Given
        CandidateBuilder candidate = candidate(1).account(Platform.YOUTUBE, 100_000L, null, 20_000L);

        // When
        Price price = price(candidate, brief());

        // Then
        assertThat(price).isEqualTo(new Price(eur("1000"), PriceSource.ESTIMATED));
    }

    @Test
    void shouldEstimateFromThePeersWhenViewsAndRateAreUnknown() {
        // Given
        CandidateBuilder candidate = candidate(1).account(Platform.INSTAGRAM, 10_000L, null);

        // When
        Price price = price(candidate, brief());

        // Then
        // 10,000 followers at the peers' 2.4 %, ten impressions each, at 35 EUR per thousand.
        assertThat(price).isEqualTo(new Price(eur("84"), PriceSource.ESTIMATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PODCAST", "ADDED_LATER"})
    void shouldUseTheFallbacksWhereNothingIsPublished(String platform) {
        // Given
        CandidateBuilder candidate = candidate(1).account(new Platform(platform), 10_000L, 0.5);

        // When
        Price price = price(candidate, brief());

        // Then
        assertThat(price).isEqualTo(new Price(eur("35"), PriceSource.ESTIMATED));
    }

    @Test
    void shouldOfferNobodyLessThanTheSmallestEstimate() {
        // Given
        CandidateBuilder tiny = candidate(1).account(Platform.INSTAGRAM, 100L, null, 10L);

        // When
        Price price = price(tiny, brief());

        // Then
        assertThat(price).isEqualTo(new Price(eur("20"), PriceSource.ESTIMATED));
    }

    @Test
    void shouldRoundEstimatesToCentsAndLeaveFeesAsTheyAre() {
        // Given
        CandidateBuilder estimated = candidate(1).account(Platform.YOUTUBE, 100_000L, null, 20_001L);
        CandidateBuilder declared = candidate(2).available(EngagementType.PAID, "0.0049", "EUR");

        // When
        Price estimate = price(estimated, brief());
        Price fee = price(declared, brief());

        // Then
        assertThat(estimate).isEqualTo(new Price(eur("1000.05"), PriceSource.ESTIMATED));
        assertThat(fee).isEqualTo(new Price(eur("0.0049"), PriceSource.DECLARED));
    }

    @Test
    void shouldCostNothingWhenGiftedVolunteeredOrAffiliatedWithoutFee() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .available(EngagementType.GIFTED, "50", "EUR")
                .available(EngagementType.VOLUNTEER)
                .available(EngagementType.AFFILIATE);

        // When
        Price gifted = price(candidate, brief().engagementType(EngagementType.GIFTED));
        Price volunteered = price(candidate, brief().engagementType(EngagementType.VOLUNTEER));
        Price affiliated = price(candidate, brief().engagementType(EngagementType.AFFILIATE));

        // Then
        Price free = new Price(eur("0"), PriceSource.DECLARED);
        assertThat(gifted).isEqualTo(free);
        assertThat(volunteered).isEqualTo(free);
        assertThat(affiliated).isEqualTo(free);
    }

    private static Price price(CandidateBuilder builder, BriefBuilder brief) {
        Candidate candidate = builder.build();
        PricedAccount priced = PricedAccount.of(candidate).getFirst();
        Brief asked = brief.build();
        return ShippedData.PRICING.price(
                candidate,
                priced,
                ShippedData.EXPECTATIONS.of(priced, asked.conditions().formats()),
                asked);
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
