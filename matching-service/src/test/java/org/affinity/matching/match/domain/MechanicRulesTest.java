package org.affinity.matching.match.domain;

import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.EngagementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    void shouldRecommendByTheFirstRuleThatApplies(BriefBuilder brief, MechanicType expected) {
        // Given

        // When
        Mechanic mechanic = ShippedData.MECHANICS.recommend(brief.build());

        // Then
        assertThat(mechanic.type()).isEqualTo(expected);
        assertThat(mechanic.reasons()).singleElement().asString().endsWith(".");
    }
}
