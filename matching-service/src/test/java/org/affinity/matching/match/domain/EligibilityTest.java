package org.affinity.matching.match.domain;

import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class EligibilityTest {

    static Stream<Arguments> rejected() {
        return Stream.of(
                Arguments.of(candidate(1).withdrawn(), brief(), EligibilityRule.WITHDRAWN),
                Arguments.of(candidate(1).birthYear(2012), brief(), EligibilityRule.UNDER_AGE),
                Arguments.of(candidate(1).birthYear(2010), brief(), EligibilityRule.UNDER_AGE),
                Arguments.of(candidate(1).birthYear(2008), brief(), EligibilityRule.UNDER_AGE),
                Arguments.of(candidate(1).mayNeverTakePart(), brief(), EligibilityRule.UNDER_AGE),
                Arguments.of(candidate(1).mayTakePart("2026-03-02", null), brief(), EligibilityRule.UNDER_AGE),
                Arguments.of(candidate(1).mayTakePart("2026-01-01", "2026-03-30"), brief(), EligibilityRule.UNDER_AGE),
                Arguments.of(candidate(1).available(EngagementType.GIFTED), brief(), EligibilityRule.AVAILABILITY),
                Arguments.of(
                        candidate(1), brief().engagementType(EngagementType.VOLUNTEER), EligibilityRule.AVAILABILITY),
                Arguments.of(candidate(1), brief().countries("BE", "CA"), EligibilityRule.COUNTRY),
                Arguments.of(candidate(1), brief().languages("en"), EligibilityRule.LANGUAGE),
                Arguments.of(candidate(1), brief().platforms(Platform.TIKTOK), EligibilityRule.PLATFORM),
                Arguments.of(candidate(1), brief().tiers(Tier.MICRO), EligibilityRule.TIER),
                Arguments.of(candidate(1).account(Platform.INSTAGRAM, null, 0.05), brief(), EligibilityRule.TIER),
                Arguments.of(candidate(1), brief().budget("5000", "USD"), EligibilityRule.CURRENCY),
                Arguments.of(
                        candidate(1).available(EngagementType.PAID, "100", "USD"), brief(), EligibilityRule.CURRENCY),
                Arguments.of(
                        candidate(1).available(EngagementType.PAID, "100.01", "EUR"),
                        brief().budget("100"),
                        EligibilityRule.PRICE));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void shouldRejectWithTheRuleThatFails(CandidateBuilder candidate, BriefBuilder brief, EligibilityRule rule) {
        // Given

        // When
        Verdict verdict = ShippedData.ELIGIBILITY.of(candidate.build(), brief.build());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected(rule));
    }

    static Stream<Arguments> eligible() {
        return Stream.of(
                Arguments.of(candidate(1).birthYear(2007), brief()),
                Arguments.of(candidate(1).birthYear(2010).mayTakePart("2026-03-01", "2026-03-31"), brief()),
                Arguments.of(candidate(1).birthYear(2009).mayTakePart("2025-06-01", null), brief()),
                Arguments.of(candidate(1).ofUnknownAge(), brief()),
                Arguments.of(candidate(1).birthYear(null), brief()),
                Arguments.of(candidate(1).country(null), brief().countries("BE")),
                Arguments.of(candidate(1).country("be"), brief().countries("BE")),
                Arguments.of(candidate(1).languages(), brief().languages("en")),
                Arguments.of(candidate(1).languages("fr-CA"), brief().languages("fr")),
                Arguments.of(candidate(1), brief().tiers(Tier.NANO).platforms(Platform.INSTAGRAM)),
                Arguments.of(
                        candidate(1).account(new Platform("ADDED_LATER"), 8_000L, null),
                        brief().platforms(new Platform("ADDED_LATER"))),
                Arguments.of(candidate(1).available(EngagementType.PAID, "100", "EUR"), brief().budget("100")),
                Arguments.of(
                        candidate(1).available(EngagementType.VOLUNTEER),
                        brief().engagementType(EngagementType.VOLUNTEER).budget("0")));
    }

    @ParameterizedTest
    @MethodSource("eligible")
    void shouldAcceptWhatIsNotKnownToFail(CandidateBuilder candidate, BriefBuilder brief) {
        // Given

        // When
        Verdict verdict = ShippedData.ELIGIBILITY.of(candidate.build(), brief.build());

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Eligible.class);
    }

    @Test
    void shouldCountUnderTheFirstRuleWhenSeveralFail() {
        // Given
        CandidateBuilder candidate = candidate(1).withdrawn().birthYear(2015).country("US");

        // When
        Verdict verdict = ShippedData.ELIGIBILITY.of(
                candidate.build(), brief().countries("FR").build());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected(EligibilityRule.WITHDRAWN));
    }

    @Test
    void shouldOfferOnlyTheAccountsThatPass() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .account(Platform.TIKTOK, 8_000L, 0.05)
                .account(Platform.INSTAGRAM, 50_000L, 0.05)
                .account(Platform.INSTAGRAM, 2_000L, 0.05);

        // When
        Verdict verdict = ShippedData.ELIGIBILITY.of(
                candidate.build(),
                brief().platforms(Platform.INSTAGRAM).tiers(Tier.NANO).build());

        // Then
        assertThat(((Verdict.Eligible) verdict).offers())
                .extracting(Offer::account)
                .extracting(Account::followers)
                .containsExactly(2_000L);
    }
}
