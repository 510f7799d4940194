package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TargetAudienceTest {

    @Test
    void shouldTakeTheRealAudienceWhereItIsKnown() {
        // Given
        CandidateBuilder creator = candidate(1)
                .audience(AudienceDimension.COUNTRY, Map.of("BE", 0.7, "FR", 0.3))
                .audience(AudienceDimension.GENDER, Map.of("FEMALE", 0.9, "MALE", 0.1))
                .audience(AudienceDimension.AGE_BAND, Map.of("18-24", 0.5, "25-34", 0.5));

        // When
        double inFrance = inTarget(creator, brief().countries("FR"));
        double women = inTarget(creator, brief().countries("FR").target(Asked.genders("FEMALE")));
        double young = inTarget(creator, brief().countries("FR").target(Asked.ages(null, "18-24")));

        // Then
        assertThat(inFrance).isCloseTo(0.3, within(1e-9));
        assertThat(women).isCloseTo(0.27, within(1e-9));
        assertThat(young).isCloseTo(0.15, within(1e-9));
    }

    @Test
    void shouldTakeWhatIsLikelyWhereItIsNot() {
        // Given
        CandidateBuilder unknown = candidate(1);
        CandidateBuilder partly = candidate(2).audience(AudienceDimension.GENDER, Map.of("FEMALE", 0.5));

        // When
        double anybody = inTarget(unknown, brief().countries("FR"));
        double women = inTarget(unknown, brief().countries("FR").target(Asked.genders("FEMALE")));
        double knownInPart = inTarget(partly, brief().countries("FR").target(Asked.genders("FEMALE")));

        // Then
        assertThat(women).isCloseTo(anybody / 2, within(1e-9));
        assertThat(knownInPart).isCloseTo(anybody * 0.75, within(1e-9));
    }

    @Test
    void shouldCountEverybodyWhereverTheyLiveWhenAnyCountryIsWanted() {
        // Given: France is listed by the model, XA and XB are not
        CandidateBuilder told =
                candidate(1).country("XA").audience(AudienceDimension.COUNTRY, Map.of("FR", 0.5, "XB", 0.2));
        CandidateBuilder unknown = candidate(2).country(null);

        // When, then
        assertThat(inTarget(told, brief().countries())).isCloseTo(1, within(1e-9));
        assertThat(inTarget(unknown, brief().countries())).isCloseTo(1, within(1e-9));
    }

    @Test
    void shouldCountFewerPeopleInASmallerTarget() {
        // Given
        Brief all = brief().countries("FR").build();
        Brief women = brief().countries("FR").target(Asked.genders("FEMALE")).build();

        // When
        double people = new TargetAudience(ShippedData.PANEL_MODEL, ShippedData.CATEGORIES, all).population();
        double half = new TargetAudience(ShippedData.PANEL_MODEL, ShippedData.CATEGORIES, women).population();

        // Then
        assertThat(half).isCloseTo(people / 2, within(1e-6));
    }

    @Test
    void shouldKeepOfAnAudienceWhatTheBriefAsksForAndFindTheSameInIt() {
        // Given
        CandidateBuilder creator = candidate(1)
                .audience(AudienceDimension.COUNTRY, Map.of("BE", 0.7, "FR", 0.3))
                .audience(AudienceDimension.GENDER, Map.of("FEMALE", 0.9, "MALE", 0.1))
                .audience(AudienceDimension.LANGUAGE, Map.of("fr", 0.6))
                .audience(AudienceDimension.AGE_BAND, Map.of("18-24", 0.5, "25-34", 0.5));
        Map<BriefBuilder, Set<AudienceDimension>> asked = Map.of(
                brief().countries().languages(), Set.of(AudienceDimension.COUNTRY),
                brief().languages().target(Asked.genders("FEMALE")),
                        Set.of(AudienceDimension.COUNTRY, AudienceDimension.GENDER),
                brief().languages().target(Asked.ages(null, "18-24")),
                        Set.of(AudienceDimension.COUNTRY, AudienceDimension.AGE_BAND),
                brief().languages("fr"), Set.of(AudienceDimension.COUNTRY, AudienceDimension.LANGUAGE));

        asked.forEach((brief, dimensions) -> {
            // When
            PanelCandidate kept = ShippedData.match(brief.build(), List.of(creator.build()), 1)
                    .pool()
                    .candidates()
                    .getFirst();

            // Then
            assertThat(kept.audience()).containsOnlyKeys(dimensions);
            assertThat(ShippedData.MATCHER
                            .desk()
                            .review(brief.build(), Map.of(), ShippedData.AS_OF)
                            .panelCandidate(creator.build()))
                    .contains(kept);
            assertThat(inTarget(kept, brief)).isEqualTo(inTarget(creator, brief));
        });
    }

    @Test
    void shouldTakeAFrenchTopicForItsEnglishTwin() {
        // Given
        BriefBuilder brief = brief().topics("cooking", "gardening");

        // When
        double french = inTarget(candidate(1).topics("cuisine", "jardinage"), brief);
        double english = inTarget(candidate(1).topics("cooking", "gardening"), brief);
        double other = inTarget(candidate(1).topics("gaming"), brief);

        // Then
        assertThat(french).isEqualTo(english).isGreaterThan(other);
    }

    private static double inTarget(CandidateBuilder creator, BriefBuilder brief) {
        return inTarget(
                ShippedData.MATCHER.desk().largestAccount(creator.build()).orElseThrow(), brief);
    }

    private static double inTarget(PanelCandidate candidate, BriefBuilder brief) {
        return new TargetAudience(ShippedData.PANEL_MODEL, ShippedData.CATEGORIES, brief.build())
                .shares(candidate)
                .total();
    }
}
