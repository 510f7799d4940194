package org.affinity.profile.creator.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.affinity.profile.creator.domain.Minority.Period;
import org.affinity.profile.creator.domain.Minority.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgeGateTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
    private static final AgeEvidence NOTHING = new AgeEvidence(null, null, null, null, null, null);

    private static AgeEvidence born(int year) {
        return new AgeEvidence(year, null, null, null, null, null);
    }

    private static AgeEvidence consented(int year, String on) {
        return new AgeEvidence(year, day(on), null, null, null, null);
    }

    private static AgeEvidence authorised(int year, String consentOn, String from, String until) {
        return new AgeEvidence(year, day(consentOn), day(from), day(until), null, null);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Period period(String from, String until) {
        return new Period(day(from), day(until));
    }

    @Test
    void shouldSayThatAnAgeIsUnknown() {
        assertThat(AgeGate.of(NOTHING, TODAY)).isEqualTo(new Minority(Status.UNKNOWN, List.of()));
    }

    @Test
    void shouldCountTheYoungestAgeOfAYearOfBirth() {
        assertThat(AgeGate.of(born(2007), TODAY))
                .isEqualTo(new Minority(Status.ADULT, List.of(period("2026-01-01", null))));
        assertThat(AgeGate.of(born(2008), TODAY))
                .isEqualTo(new Minority(Status.MINOR_NOT_AUTHORISED, List.of(period("2027-01-01", null))));
    }

    @Test
    void shouldBelieveAProvenAgeFromItsDayOn() {
        // Given
        var proven = new AgeEvidence(2008, null, null, null, 18, day("2026-06-15"));

        // When
        Minority minority = AgeGate.of(proven, TODAY);

        // Then
        assertThat(minority).isEqualTo(new Minority(Status.ADULT, List.of(period("2026-06-15", null))));
        assertThat(AgeGate.of(proven, TODAY.minusDays(1)).status()).isEqualTo(Status.MINOR_NOT_AUTHORISED);
    }

    @Test
    void shouldNeedTheGuardianAtSixteenAndSeventeen() {
        assertThat(AgeGate.of(born(2009), TODAY).status()).isEqualTo(Status.MINOR_NOT_AUTHORISED);
        assertThat(AgeGate.of(consented(2009, "2026-03-01"), TODAY))
                .isEqualTo(new Minority(Status.MINOR_AUTHORISED, List.of(period("2026-03-01", null))));
    }

    @Test
    void shouldNeedAuthorisationTooUnderSixteen() {
        assertThat(AgeGate.of(consented(2011, "2026-03-01"), TODAY))
                .isEqualTo(new Minority(Status.MINOR_NOT_AUTHORISED, List.of(period("2028-01-01", null))));
        assertThat(AgeGate.of(authorised(2011, null, "2026-03-01", null), TODAY).status())
                .isEqualTo(Status.MINOR_NOT_AUTHORISED);
        assertThat(AgeGate.of(authorised(2011, "2026-03-01", "2026-04-01", "2026-12-31"), TODAY))
                .isEqualTo(new Minority(
                        Status.MINOR_AUTHORISED,
                        List.of(period("2026-04-01", "2026-12-31"), period("2028-01-01", null))));
        assertThat(AgeGate.of(authorised(2011, "2026-03-01", "2026-04-01", "2027-12-31"), TODAY))
                .isEqualTo(new Minority(Status.MINOR_AUTHORISED, List.of(period("2026-04-01", null))));
    }

    @Test
    void shouldTakeSixteenFromProofAndNotForEighteen() {
        // Given
        var proven = new AgeEvidence(null, day("2026-01-10"), null, null, 16, day("2026-02-01"));

        // When
        Minority minority = AgeGate.of(proven, TODAY);

        // Then
        assertThat(minority).isEqualTo(new Minority(Status.MINOR_AUTHORISED, List.of(period("2026-02-01", null))));
    }

    @Test
    void shouldLetPeriodsAgreeWithTheRuleDayByDay() {
        long seed = 42;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            AgeEvidence evidence = new AgeEvidence(
                    random.nextInt(4) == 0 ? null : (Integer) random.nextInt(2004, 2016),
                    someDay(random),
                    someDay(random),
                    someDay(random),
                    random.nextInt(3) == 0 ? (Integer) (random.nextBoolean() ? 16 : 18) : null,
                    day("2026-02-01").plusDays(random.nextInt(400)));
            for (int j = 0; j < 20; j++) {
                LocalDate day = day("2024-01-01").plusDays(random.nextInt(6_000));
                Minority minority = AgeGate.of(evidence, day);
                boolean allowed = minority.allowedPeriods().stream().anyMatch(period -> period.contains(day));
                assertThat(allowed).as("seed %d, round %d, %s", seed, i, day).isEqualTo(isAllowed(evidence, day));
                assertThat(allowed)
                        .isEqualTo(minority.status() == Status.ADULT || minority.status() == Status.MINOR_AUTHORISED);
                assertApart(minority.allowedPeriods());
            }
        }
    }

    private static void assertApart(List<Period> periods) {
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).from()).isAfter(periods.get(i - 1).until().plusDays(1));
        }
    }

    private static LocalDate someDay(RandomGenerator random) {
        return random.nextInt(3) == 0 ? null : day("2025-01-01").plusDays(random.nextInt(2_000));
    }

    /** The rule in other words, for one day. */
    private static boolean isAllowed(AgeEvidence evidence, LocalDate day) {
        int age = evidence.birthYear() == null ? -1 : day.getYear() - evidence.birthYear() - 1;
        if (evidence.attestedAge() != null && !day.isBefore(evidence.attestedOn())) {
            age = Math.max(age, evidence.attestedAge());
        }
        boolean consent = evidence.guardianConsentOn() != null && !day.isBefore(evidence.guardianConsentOn());
        boolean authorised = evidence.authorisedFrom() != null
                && !day.isBefore(evidence.authorisedFrom())
                && (evidence.authorisedUntil() == null || !day.isAfter(evidence.authorisedUntil()));
        boolean tellsAge = evidence.birthYear() != null || evidence.attestedAge() != null;
        return tellsAge && (age >= 18 || (consent && (age >= 16 || authorised)));
    }
}
