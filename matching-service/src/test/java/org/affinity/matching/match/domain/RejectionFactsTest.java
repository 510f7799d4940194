package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.util.List;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class RejectionFactsTest {

    private static String facts(EligibilityRule rule, Candidate candidate) {
        return RejectionFacts.of(rule, candidate, brief().build(), LocalDate.EPOCH, List.of());
    }

    @Test
    void shouldNotTellABrandWhenACreatorWasBorn() {
        // Given
        Candidate minor = candidate(1).birthYear(2011).build();

        // When
        String toBrand = facts(EligibilityRule.UNDER_AGE, minor);
        String toCreator = RejectionFacts.ofCreator(EligibilityRule.UNDER_AGE, minor, EngagementType.PAID);

        // Then
        assertThat(toBrand)
                .isEqualTo("campaign 2026-03-01 to 2026-03-31, the creator may be younger than 18 then, and no papers"
                        + " cover it");
        assertThat(toCreator).isEqualTo("year of birth 2011; the papers do not cover the campaign");
    }

    @Test
    void shouldSayInWordsWhenACreatorIsAvailable() {
        // Given
        AvailabilityTerms terms =
                new AvailabilityTerms(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-06-30"), 2, 1, 14);
        Candidate busy =
                candidate(1).available(EngagementType.PAID, "100", terms).build();

        // When
        String facts = facts(EligibilityRule.DATES, busy);

        // Then
        assertThat(facts)
                .isEqualTo("campaign 2026-03-01 to 2026-03-31, available from 2027-02-01, until 2027-06-30, with 14"
                        + " days of notice, at most 2 a month, at most 1 at a time");
    }
}
