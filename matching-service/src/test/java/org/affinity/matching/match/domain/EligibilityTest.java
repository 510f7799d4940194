package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
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

    static Stream<Arguments> rejectedForWhatProfilesTell() {
        AvailabilityTerms none = new AvailabilityTerms(null, null, 0, null, null);
        AvailabilityTerms busy = new AvailabilityTerms(null, null, null, 0, null);
        return Stream.of(
                Arguments.of(candidate(1).linkedTo(CandidateBuilder.id(2)), brief(), EligibilityRule.LINKED),
                Arguments.of(paid(from("2026-04-01")), brief(), EligibilityRule.DATES),
                Arguments.of(paid(until("2026-02-28")), brief(), EligibilityRule.DATES),
                Arguments.of(paid(notice(59)), brief(), EligibilityRule.DATES),
                Arguments.of(
                        paid(new AvailabilityTerms(null, LocalDate.parse("2026-03-10"), null, null, 38)),
                        brief(),
                        EligibilityRule.DATES),
                Arguments.of(paid(none), brief(), EligibilityRule.DATES),
                Arguments.of(paid(busy), brief(), EligibilityRule.DATES),
                Arguments.of(
                        candidate(1).pausesPaidWork("2026-03-01", "2026-03-31"), brief(), EligibilityRule.PAID_PAUSE),
                Arguments.of(candidate(1).pausesPaidWork("2025-03-01", null), brief(), EligibilityRule.PAID_PAUSE),
                Arguments.of(candidate(1).invited(5, 0, null), brief(), EligibilityRule.SOLICITATION),
                Arguments.of(candidate(1).invited(0, 10, null), brief(), EligibilityRule.SOLICITATION),
                Arguments.of(
                        candidate(1).invited(2, 2, null),
                        brief().conditions(Asked.cap(2, null)),
                        EligibilityRule.SOLICITATION),
                Arguments.of(
                        candidate(1).brand(BrandRelation.REFUSES, "Maison Vérte SAS", null),
                        brief().brand("maison verte"),
                        EligibilityRule.BRAND_REFUSED),
                Arguments.of(
                        candidate(1).brand(BrandRelation.WORKED_WITH, "Soupe & Cie", null),
                        brief().conditions(Asked.competitors("soupe cie")),
                        EligibilityRule.COMPETITOR),
                Arguments.of(
                        candidate(1).workedWith("Soupe & Cie", LocalDate.parse("2025-03-01")),
                        brief().conditions(Asked.competitors("Soupe & Cie")),
                        EligibilityRule.COMPETITOR),
                Arguments.of(
                        candidate(1).workedWith("Soupe & Cie", LocalDate.parse("2025-12-31")),
                        brief().conditions(Asked.exclusive(60, "Sommet", "Soupe & Cie")),
                        EligibilityRule.COMPETITOR),
                Arguments.of(
                        candidate(1).workedWith("Soupe & Cie", LocalDate.parse("2024-05-05")),
                        brief().conditions(Asked.exclusive(1_000, "Soupe & Cie")),
                        EligibilityRule.COMPETITOR),
                Arguments.of(
                        candidate(1).brand(BrandRelation.WORKED_WITH, "Soupe & Cie", null),
                        brief().conditions(Asked.exclusive(1, "Soupe & Cie")),
                        EligibilityRule.COMPETITOR),
                Arguments.of(candidate(1), brief().conditions(Asked.sector("1383")), EligibilityRule.BANNED_SECTOR),
                Arguments.of(
                        candidate(1).country(null),
                        brief().countries("FR").conditions(Asked.sector("1548")),
                        EligibilityRule.BANNED_SECTOR),
                Arguments.of(
                        candidate(1).country("US"),
                        brief().conditions(Asked.sector("1449")),
                        EligibilityRule.BANNED_SECTOR),
                Arguments.of(
                        candidate(1).topics("gambling"),
                        brief().conditions(Asked.excluded("Gambling")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).topics("casino"),
                        brief().conditions(Asked.excluded("gambling")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).topics("gambling"),
                        brief().conditions(Asked.excluded("Jeux d'argent")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).topics("paris sportifs").niche("181"),
                        brief().conditions(Asked.excluded("betting")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).topics("wine"),
                        brief().conditions(Asked.excluded("alcool")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).topics("tennis"),
                        brief().conditions(Asked.excluded("sports")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).bio("Poker and casinos, every night"),
                        brief().conditions(Asked.excluded("casino")),
                        EligibilityRule.EXCLUDED_TOPIC),
                Arguments.of(
                        candidate(1).rate(Platform.INSTAGRAM, ContentFormat.STORY, "50"),
                        brief().conditions(Asked.formats(ContentFormat.REEL)),
                        EligibilityRule.FORMAT),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.COUNTRY, Map.of("FR", 0.2, "BE", 0.19, "US", 0.6)),
                        brief().countries("FR", "BE").target(Asked.least(0.4)),
                        EligibilityRule.AUDIENCE_SHARE),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.AGE_BAND, Map.of("13-17", 0.5, "25-34", 0.5)),
                        brief().target(Asked.ages(0.6, "18-24", "25-34", "35-44")),
                        EligibilityRule.AUDIENCE_SHARE),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.11, "FR:Paris", 0.5)),
                        brief().target(Asked.cities(0.12, new Place("FR", "lyon"))),
                        EligibilityRule.AUDIENCE_SHARE));
    }

    @ParameterizedTest
    @MethodSource("rejectedForWhatProfilesTell")
    void shouldRejectForWhatProfilesTell(CandidateBuilder candidate, BriefBuilder brief, EligibilityRule rule) {
        // Given

        // When
        Verdict verdict = verdict(candidate.build(), brief.build());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected(rule));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void shouldRejectWithTheRuleThatFails(CandidateBuilder candidate, BriefBuilder brief, EligibilityRule rule) {
        // Given

        // When
        Verdict verdict = verdict(candidate.build(), brief.build());

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

    static Stream<Arguments> eligibleForWhatProfilesTell() {
        return Stream.of(
                Arguments.of(paid(from("2026-03-31")), brief()),
                Arguments.of(paid(until("2026-03-01")), brief()),
                Arguments.of(paid(notice(58)), brief()),
                // A campaign that is over cannot be asked for in time.
                Arguments.of(paid(notice(90)), brief().dates("2026-01-01", "2026-01-31")),
                Arguments.of(candidate(1).pausesPaidWork("2026-03-02", null), brief()),
                Arguments.of(candidate(1).pausesPaidWork("2026-01-01", "2026-03-30"), brief()),
                Arguments.of(
                        candidate(1).available(EngagementType.GIFTED).pausesPaidWork("2026-01-01", null),
                        brief().engagementType(EngagementType.GIFTED)),
                Arguments.of(candidate(1).invited(4, 9, null), brief()),
                Arguments.of(candidate(1).invited(9, 99, null, ShippedData.AS_OF.minusSeconds(30L * 86_400)), brief()),
                Arguments.of(
                        candidate(1).brand(BrandRelation.LOVES, "Soupe & Cie", null),
                        brief().conditions(Asked.competitors("Soupe & Cie"))),
                Arguments.of(
                        candidate(1).workedWith("Soupe & Cie", LocalDate.parse("2025-02-28")),
                        brief().conditions(Asked.competitors("Soupe & Cie"))),
                Arguments.of(
                        candidate(1).workedWith("Soupe & Cie", LocalDate.parse("2025-12-30")),
                        brief().conditions(Asked.exclusive(60, "Soupe & Cie"))),
                Arguments.of(
                        candidate(1).workedWith("Sommet", LocalDate.parse("2026-01-30")),
                        brief().conditions(Asked.competitors("Soupe & Cie"))),
                Arguments.of(candidate(1).brand(BrandRelation.REFUSES, "Another", null), brief().brand("Maison Verte")),
                // Belgium has rules of its own, gifts to volunteers are no commercial influence.
                Arguments.of(candidate(1).country("BE"), brief().conditions(Asked.sector("1383"))),
                Arguments.of(
                        candidate(1).available(EngagementType.VOLUNTEER),
                        brief().engagementType(EngagementType.VOLUNTEER).conditions(Asked.sector("1383"))),
                Arguments.of(candidate(1).country(null), brief().countries("US").conditions(Asked.sector("1383"))),
                Arguments.of(candidate(1).topics(), brief().conditions(Asked.excluded("sports"))),
                Arguments.of(
                        candidate(1).rate(Platform.TIKTOK, ContentFormat.STORY, "50"),
                        brief().conditions(Asked.formats(ContentFormat.REEL))),
                Arguments.of(candidate(1), brief().countries("FR", "BE").target(Asked.least(0.4))),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.COUNTRY, Map.of("FR", 0.2, "BE", 0.2, "US", 0.6)),
                        brief().countries("FR", "BE").target(Asked.least(0.4))),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.COUNTRY, Map.of("FR", 0.25, "US", 0.6)),
                        brief().countries("FR").target(Asked.least(0.25))),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.1)),
                        brief().target(Asked.cities(0.1, new Place("FR", "LYON")))),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.12)),
                        brief().target(Asked.cities(0.12, new Place("FR", "LYON")))),
                // Of Hungary no shares are kept, so nothing is known of both together.
                Arguments.of(
                        candidate(1).audience(AudienceDimension.COUNTRY, Map.of("HU", 0.9, "FR", 0.05)),
                        brief().countries("FR", "HU").target(Asked.least(0.3))),
                // Of each value up to a step is lost.
                Arguments.of(
                        candidate(1)
                                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.1038, "BE", 0.0982, "LU", 0.098)),
                        brief().countries("FR", "BE", "LU").target(Asked.least(0.3))),
                Arguments.of(
                        candidate(1).audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.155, "FR:Paris", 0.155)),
                        brief().target(Asked.cities(0.3, new Place("FR", "Lyon"), new Place("FR", "Paris")))),
                // Two spellings of one city are one.
                Arguments.of(
                        candidate(1)
                                .audience(
                                        AudienceDimension.CITY,
                                        Map.of("FR:Saint-Étienne", 0.155, "FR:saint etienne", 0.155)),
                        brief().target(Asked.cities(0.3, new Place("FR", "Saint-Étienne")))),
                // As many are counted as 250 invitations.
                Arguments.of(candidate(1).invited(249, 249, null), brief().conditions(Asked.cap(1_000, 250))));
    }

    @ParameterizedTest
    @MethodSource("eligibleForWhatProfilesTell")
    void shouldAcceptWhatProfilesDoNotSpeakAgainst(CandidateBuilder candidate, BriefBuilder brief) {
        // Given

        // When
        Verdict verdict = verdict(candidate.build(), brief.build());

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Eligible.class);
    }

    @ParameterizedTest
    @MethodSource("eligible")
    void shouldAcceptWhatIsNotKnownToFail(CandidateBuilder candidate, BriefBuilder brief) {
        // Given

        // When
        Verdict verdict = verdict(candidate.build(), brief.build());

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Eligible.class);
    }

    @Test
    void shouldCountUnderTheFirstRuleWhenSeveralFail() {
        // Given
        CandidateBuilder candidate = candidate(1).withdrawn().birthYear(2015).country("US");

        // When
        Verdict verdict = verdict(candidate.build(), brief().countries("FR").build());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected(EligibilityRule.WITHDRAWN));
    }

    @Test
    void shouldTakeOnlyAccountsThatPass() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .account(Platform.TIKTOK, 8_000L, 0.05)
                .account(Platform.INSTAGRAM, 50_000L, 0.05)
                .account(Platform.INSTAGRAM, 2_000L, 0.05);

        // When
        Verdict verdict = verdict(
                candidate.build(),
                brief().platforms(Platform.INSTAGRAM).tiers(Tier.NANO).build());

        // Then
        assertThat(((Verdict.Eligible) verdict).scored().row()).isEqualTo(2);
    }

    @Test
    void shouldCountUnderTheRuleThatTheBestAccountFails() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .account(Platform.TIKTOK, 8_000L, 0.05)
                .account(Platform.INSTAGRAM, 50_000L, 0.05)
                .available(EngagementType.PAID, "900", "EUR");

        // When
        Verdict verdict = verdict(
                candidate.build(),
                brief().platforms(Platform.INSTAGRAM).budget("800").build());

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Rejected(EligibilityRule.PRICE));
    }

    private static Verdict verdict(Candidate candidate, Brief brief) {
        return ShippedData.ELIGIBILITY.of(candidate, ShippedData.PLANS.of(brief, Map.of(), ShippedData.AS_OF));
    }

    private static CandidateBuilder paid(AvailabilityTerms terms) {
        return candidate(1).available(EngagementType.PAID, "100", terms);
    }

    private static AvailabilityTerms from(String day) {
        return new AvailabilityTerms(LocalDate.parse(day), null, null, null, null);
    }

    private static AvailabilityTerms until(String day) {
        return new AvailabilityTerms(null, LocalDate.parse(day), null, null, null);
    }

    private static AvailabilityTerms notice(int days) {
        return new AvailabilityTerms(null, null, 1, 1, days);
    }
}
