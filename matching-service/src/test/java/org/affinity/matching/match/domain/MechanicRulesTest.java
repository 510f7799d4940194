package org.affinity.matching.match.domain;

import java.util.List;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.EngagementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.assertj.core.api.Assertions.assertThat;

class MechanicRulesTest {

    static Stream<Arguments> briefs() {
        return Stream.of(
                Arguments.of(brief(), MechanicType.PAID_POST),
                Arguments.of(brief().dates("2026-03-01", "2026-03-02"), MechanicType.EVENT),
                Arguments.of(brief().objective(Aim.RETAIN, Kpi.POSTS, "3"), MechanicType.AMBASSADOR),
                Arguments.of(brief().objective(Aim.FUNDRAISE, Kpi.REACH, "3"), MechanicType.DONATION_LIVE),
                Arguments.of(brief().objective(Aim.VISIBILITY, Kpi.DONATIONS, "3"), MechanicType.DONATION_LIVE),
                Arguments.of(brief().engagementType(EngagementType.VOLUNTEER), MechanicType.VOLUNTEER_CALL),
                Arguments.of(brief().engagementType(EngagementType.AFFILIATE), MechanicType.AFFILIATE_CODE),
                Arguments.of(brief().engagementType(EngagementType.GIFTED), MechanicType.GIFTING),
                Arguments.of(
                        brief().engagementType(EngagementType.GIFTED).objective(Aim.CONVINCE, Kpi.POSTS, "3"),
                        MechanicType.PRODUCT_TEST));
    }

    @ParameterizedTest
    @MethodSource("briefs")
    void shouldRecommendWhatMostSpeaksFor(BriefBuilder brief, MechanicType expected) {
        // Given

        // When
        Mechanic mechanic = ShippedData.MECHANICS.recommend(brief.build());

        // Then
        assertThat(mechanic.type()).isEqualTo(expected);
        assertThat(mechanic.reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).endsWith("."));
    }

    @Test
    void shouldNameTheAlternativesAndWhyTheyComeSecond() {
        // Given
        BriefBuilder brief = brief().engagementType(EngagementType.GIFTED).objective(Aim.CONVINCE, Kpi.POSTS, "3");

        // When
        Mechanic mechanic = ShippedData.MECHANICS.recommend(brief.build());

        // Then
        assertThat(mechanic.alternatives())
                .extracting(Mechanic.Alternative::type)
                .containsExactly(MechanicType.GIFTING);
        assertThat(mechanic.alternatives().getFirst().whyNotFirst())
                .isEqualTo("30 points against 45 for PRODUCT_TEST; 5 more if the aim were to be seen.");
        assertThat(mechanic.alternatives().getFirst().reasons())
                .containsExactly("Creators receive the product and are free in how they show it.");
    }

    @ParameterizedTest
    @EnumSource(
            value = EngagementType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAID"})
    void shouldNotProposeToPayWhereTheBriefDoesNot(EngagementType type) {
        // Given
        BriefBuilder brief = brief().engagementType(type).objective(Aim.VISIBILITY, Kpi.IMPRESSIONS, "3");

        // When
        Mechanic mechanic = ShippedData.MECHANICS.recommend(brief.build());

        // Then
        assertThat(mechanic.type()).isNotEqualTo(MechanicType.PAID_POST);
        assertThat(mechanic.alternatives())
                .extracting(Mechanic.Alternative::type)
                .doesNotContain(MechanicType.PAID_POST);
    }

    @Test
    void shouldTakeTheDetailsOfTheBriefIntoAccount() {
        // Given
        Conditions place =
                new Conditions(null, null, null, null, null, new Place("FR", "Lyon"), null, null, null, null);

        // When
        Mechanic without = ShippedData.MECHANICS.recommend(brief().build());
        Mechanic with =
                ShippedData.MECHANICS.recommend(brief().conditions(place).build());

        // Then
        assertThat(without.alternatives()).isEmpty();
        assertThat(with.type()).isEqualTo(MechanicType.PAID_POST);
        assertThat(with.alternatives()).extracting(Mechanic.Alternative::type).containsExactly(MechanicType.EVENT);
    }

    @ParameterizedTest
    @EnumSource(MechanicType.class)
    void shouldRecommendEachMechanicForSomeBrief(MechanicType type) {
        // When
        List<MechanicType> recommended = briefs().map(
                        arguments -> (BriefBuilder) arguments.get()[0])
                .map(brief -> ShippedData.MECHANICS.recommend(brief.build()).type())
                .toList();

        // Then
        assertThat(recommended).contains(type);
    }
}
