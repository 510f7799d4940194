package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class RejectionFactsTest {

    @Test
    void shouldNotTellABrandWhenACreatorWasBorn() {
        // Given
        CandidateBuilder minor = candidate(1).birthYear(2011);

        // When
        String toBrand = facts(minor, brief());
        String toCreator = RejectionFacts.ofCreator(EligibilityRule.UNDER_AGE, minor.build(), EngagementType.PAID);

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
        CandidateBuilder busy = candidate(1).available(EngagementType.PAID, "100", terms);

        // When
        String facts = facts(busy, brief());

        // Then
        assertThat(facts)
                .isEqualTo("campaign 2026-03-01 to 2026-03-31, available from 2027-02-01, until 2027-06-30, with 14"
                        + " days of notice, at most 2 a month, at most 1 at a time");
    }

    @Test
    void shouldSayWhatMetAnExcludedTopicAndWhere() {
        // Given
        BriefBuilder brief = brief().conditions(Asked.excluded("recettes", "slow life"));

        // When
        String bio = facts(candidate(1).topics("travel").bio("Mes recettes de saison"), brief);
        String topic = facts(candidate(1).topics("cooking"), brief);
        String category = facts(candidate(1).topics().niche("216"), brief);
        String handle = facts(candidate(1).topics().handle("marierecettes"), brief);

        // Then
        assertThat(bio).isEqualTo("excluded recettes, slow life, met recettes by the word recettes of the bio");
        assertThat(topic).isEqualTo("excluded recettes, slow life, met recettes by the topic cooking");
        assertThat(category).isEqualTo("excluded recettes, slow life, met recettes by the category Cooking");
        assertThat(handle).isEqualTo("excluded recettes, slow life, met recettes by the handle marierecettes");
    }

    @Test
    void shouldSayInWhichDimensionTooLittleOfTheAudienceIsInside() {
        // Given
        CandidateBuilder candidate = candidate(1).audience(AudienceDimension.COUNTRY, Map.of("FR", 0.12, "BE", 0.8));

        // When
        String facts = facts(candidate, brief().countries("FR").languages("fr").target(Asked.least(0.3)));

        // Then
        assertThat(facts)
                .isEqualTo("least share 0.3 in each dimension of the target,"
                        + " audience inside it: INSTAGRAM COUNTRY 12.00 %");
    }

    @Test
    void shouldSayOfAnAudienceWhatIsToldOfIt() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.25, "BE", 0.7))
                .audience(AudienceDimension.AGE_BAND, Map.of("25-34", 0.123, "35-44", 0.25))
                .audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.11, "FR:Paris", 0.07, "FR:Nice", 0.3));

        // When
        String country = facts(candidate, brief().countries("FR").target(Asked.least(0.3)));
        String age = facts(candidate, brief().target(Asked.ages(0.5, "25-44")));
        String city =
                facts(candidate, brief().target(Asked.cities(0.25, new Place("FR", "lyon"), new Place("FR", "paris"))));

        // Then
        assertThat(country).endsWith("audience inside it: INSTAGRAM COUNTRY 25.00 %");
        assertThat(age).endsWith("audience inside it: INSTAGRAM AGE_BAND 37.30 %");
        assertThat(city).endsWith("audience inside it: INSTAGRAM CITY 18.00 %");
    }

    @Test
    void shouldSayWhichLawBansASector() {
        // Given
        BriefBuilder anywhere = brief().conditions(Asked.sector("1383"));
        BriefBuilder inFrance = brief().countries("FR").conditions(Asked.sector("1548"));

        // When
        String swiss = facts(candidate(1).country("CH"), anywhere);
        String unknown = facts(candidate(1).country(null), inFrance);

        // Then
        assertThat(swiss)
                .isEqualTo(
                        "sector 1383, aimed at anywhere, lives in CH; No promotion of procedures, devices and methods"
                                + " of aesthetic medicine (loi 2023-451 of 9 June 2023, article 4 (code de la sante publique,"
                                + " L. 1151-2))");
        assertThat(unknown)
                .isEqualTo("sector 1548, aimed at FR, lives in unknown; No promotion of products that contain nicotine"
                        + " (loi 2023-451 of 9 June 2023, article 4)");
    }

    @Test
    void shouldNotSpeakOfWantsWhereTheBriefHasNone() {
        // Given
        CandidateBuilder sizeless = candidate(1).account(Platform.BLOG, null, null);
        Candidate nobody =
                new Candidate(new UUID(0, 1), 1, true, "FR", Set.of(), null, Set.of(), List.of(), List.of(), 0, null);

        // When
        String anyTier = facts(sizeless, brief());
        String small = facts(sizeless, brief().tiers(Tier.NANO));
        String accountless = facts(nobody, brief());

        // Then
        assertThat(anyTier).isEqualTo("followers BLOG unknown");
        assertThat(small).isEqualTo("wanted NANO, followers BLOG unknown");
        assertThat(accountless).isEqualTo("has no account");
    }

    @Test
    void shouldSayFromHowManyInvitationsOnNobodyIsAsked() {
        // Given
        CandidateBuilder asked = candidate(1).invited(1, 7, null);

        // When
        String ofBrief = facts(asked, brief().conditions(Asked.cap(1, null)));
        String ofRules = facts(candidate(1).invited(5, 5, null), brief());

        // Then
        assertThat(ofBrief)
                .startsWith("nobody is asked from 1 open invitation or 10 in the last 30 days on, 1 open invitation,"
                        + " 7 in the last 30 days, counted ");
        assertThat(ofRules).startsWith("nobody is asked from 5 open invitations or 10 in the last 30 days on, 5 open");
    }

    @Test
    void shouldNotContradictItselfWhereMoreInvitationsAreAllowedThanAreCounted() {
        // Given
        CandidateBuilder asked = candidate(1).invited(300, 7, null);

        // When
        String facts = facts(asked, brief().conditions(Asked.cap(1_000, null)));

        // Then
        assertThat(facts)
                .startsWith("nobody is asked from 250 open invitations or 10 in the last 30 days on, 300 open");
    }

    private static String facts(CandidateBuilder builder, BriefBuilder brief) {
        return facts(builder.build(), brief);
    }

    private static String facts(Candidate candidate, BriefBuilder brief) {
        BriefReview review = ShippedData.MATCHER.desk().review(brief.build(), Map.of(), ShippedData.AS_OF);
        return review.facts(review.rejection(candidate).orElseThrow(), candidate);
    }
}
