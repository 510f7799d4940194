package org.affinity.campaign.brief.domain;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BriefTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "XAU"})
    void shouldReadCampaignsFromBeforeConditionsWereKnownAndMetalsRefused(String currency) throws Exception {
        // Given
        String stored = """
                {"brand": "Alpine Shoes", "description": "Show our shoe.", "objectives": [{"id":
                "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11", "aim": "VISIBILITY", "kpi": "REACH", "target": 5000}],
                "audience": {"countries": ["FR"], "languages": [], "topics": []}, "platforms": ["TIKTOK"], "tiers": [],
                "engagementType": "PAID", "budget": {"amount": "55", "currency": "%s"}, "maxCreators": 3,
                "startsOn": "2027-03-01", "endsOn": "2027-03-31"}""".formatted(currency);

        // When
        Brief brief =
                JsonMapper.builder().addModule(new JavaTimeModule()).build().readValue(stored, Brief.class);

        // Then
        assertThat(brief.conditions()).isEqualTo(Conditions.NONE);
        assertThat(brief.audience()).isEqualTo(new Audience(List.of("FR"), List.of(), List.of()));
    }

    @Test
    void shouldRejectPanelThatContradictsItself() {
        // Given
        UUID creator = new UUID(7, 2);
        PanelOptions panel = new PanelOptions(
                List.of(creator),
                List.of(creator),
                List.of(
                        new PanelOptions.Quota(PanelOptions.Dimension.TIER, "NANO", 6, null),
                        new PanelOptions.Quota(PanelOptions.Dimension.TIER, "NANO", 5, 4)),
                null,
                null,
                null);

        // When
        List<FieldError> errors = errorsOf(
                () -> Briefs.with(new Conditions(null, null, null, null, null, null, null, null, null, null, panel)));

        // Then
        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/brief/panel/exclude",
                        "/brief/panel/quotas/1/max",
                        "/brief/panel/quotas/1/value",
                        "/brief/panel/quotas/1/min");
    }

    @Test
    void shouldRejectHabitAskedAboutTwice() {
        // Given
        Habit habit = new Habit("sports", List.of("running"));

        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(
                new Conditions(null, null, null, null, null, null, List.of(habit, habit), null, null, null, null)));

        // Then
        assertThat(errors).extracting(FieldError::pointer).containsExactly("/brief/habits/1/question");
    }

    @ParameterizedTest
    @CsvSource({
        "TIER, TINY, 'must be one of [PROXIMITY, NANO, MICRO, MACRO, MEGA]'",
        "COUNTRY, ZZ, must be a country code of ISO 3166-1 alpha-2",
        "GENDER, WOMAN, 'must be one of [FEMALE, MALE, OTHER]'",
        "AREA, SUBURB, 'must be one of [RURAL, URBAN]'"
    })
    void shouldRefuseQuotasOfWhatNobodyIs(PanelOptions.Dimension dimension, String value, String detail) {
        // Given
        Brief stored = withQuota(dimension, value);

        // When
        List<FieldError> errors = errorsOf(stored::requireSense);

        // Then
        assertThat(errors).containsExactly(FieldError.at("/brief/panel/quotas/0/value", "oneOf", detail));
    }

    @ParameterizedTest
    @CsvSource({"TIER, MEGA", "COUNTRY, FR", "PLATFORM, ADDED_LATER", "GENDER, OTHER", "AREA, RURAL"})
    void shouldTakeQuotasOfWhatSomebodyMayBe(PanelOptions.Dimension dimension, String value) {
        // When
        Brief brief = withQuota(dimension, value);

        // Then
        assertThatCode(brief::requireSense).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"course à pied, running", "Fitness, running", "RUNNING, running"})
    void shouldRefuseToPublishWhatExcludesATopicThatItWants(String excluded, String wanted) {
        // Given
        Brief stored = Briefs.with(new Conditions(
                null, null, null, null, null, null, null, List.of("gambling", excluded), null, null, null));

        // When
        List<FieldError> errors = errorsOf(stored::requireSense);

        // Then
        assertThat(errors)
                .containsExactly(FieldError.at(
                        "/brief/excludedTopics/1",
                        "notWanted",
                        "must not be or cover '" + wanted + "' of audience.topics; leave out one of the two"));
    }

    private static Brief withQuota(PanelOptions.Dimension dimension, String value) {
        PanelOptions panel = new PanelOptions(
                null, null, List.of(new PanelOptions.Quota(dimension, value, 1, null)), null, null, null);
        return Briefs.with(new Conditions(null, null, null, null, null, null, null, null, null, null, panel));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3_651})
    void shouldRejectExclusivityOfNoDaysOrMoreThanTenYears(int days) {
        // When
        List<FieldError> errors = errorsOf(
                () -> Briefs.with(new Conditions(null, null, null, days, null, null, null, null, null, null, null)));

        // Then
        assertThat(errors).extracting(FieldError::pointer).containsExactly("/brief/exclusivityDays");
    }

    @Test
    void shouldRejectBriefWithoutObjective() {
        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(List.of()));

        // Then
        assertThat(errors)
                .containsExactly(FieldError.at("/brief/objectives", "notEmpty", "must hold at least one objective"));
    }

    @ParameterizedTest
    @CsvSource({
        "IMPRESSIONS, 0, must be greater than 0",
        "DONATIONS, -1, must be greater than 0",
        "POSTS, 1.5, must be a whole number for POSTS",
        "ENGAGEMENT_RATE, 1.01, 'must be a share, at most 1, for ENGAGEMENT_RATE'"
    })
    void shouldRejectTargetThatMakesNoSenseForItsKpi(Kpi kpi, String target, String detail) {
        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(List.of(Briefs.objective(kpi, target))));

        // Then
        assertThat(errors).containsExactly(FieldError.at("/brief/objectives/0/target", "target", detail));
    }

    @ParameterizedTest
    @CsvSource({"IMPRESSIONS, 1", "POSTS, 10.00", "ENGAGEMENT_RATE, 1", "ENGAGEMENT_RATE, 0.035", "DONATIONS, 0.01"})
    void shouldTakeTargetThatMakesSenseForItsKpi(Kpi kpi, String target) {
        // Given
        Objective objective = Briefs.objective(kpi, target);

        // When
        Brief brief = Briefs.with(List.of(objective));

        // Then
        assertThat(brief.objectives()).containsExactly(objective);
    }

    @Test
    void shouldRejectTwoTargetsForOneKpi() {
        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(List.of(
                Briefs.objective(Kpi.POSTS, "3"), Briefs.objective(Kpi.REACH, "3"), Briefs.objective(Kpi.POSTS, "4"))));

        // Then
        assertThat(errors)
                .containsExactly(FieldError.at(
                        "/brief/objectives/2/kpi",
                        "unique",
                        "is already the KPI of objective 0; one target for each KPI"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID", "AFFILIATE"})
    void shouldRejectEmptyBudgetWhereCreatorsArePaid(EngagementType engagementType) {
        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(engagementType, new Money("0.00", "EUR")));

        // Then
        assertThat(errors)
                .containsExactly(FieldError.at(
                        "/brief/budget/amount",
                        "positive",
                        "must be greater than 0 unless engagementType is GIFTED or VOLUNTEER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIFTED", "VOLUNTEER"})
    void shouldTakeEmptyBudgetWhereNobodyIsPaid(EngagementType engagementType) {
        // When
        Brief brief = Briefs.with(engagementType, new Money("0", "EUR"));

        // Then
        assertThat(brief.budget()).isEqualTo(new Money("0", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"10.001, EUR, 2", "10.5, JPY, 0"})
    void shouldRejectBudgetThatCannotBePaidOut(String amount, String currency, int decimals) {
        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(EngagementType.PAID, new Money(amount, currency)));

        // Then
        assertThat(errors)
                .containsExactly(FieldError.at(
                        "/brief/budget/amount",
                        "decimals",
                        "must have at most " + decimals + " decimals in " + currency));
    }

    @Test
    void shouldRejectBriefThatEndsBeforeItStarts() {
        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(DAY, DAY.minusDays(1)));

        // Then
        assertThat(errors).containsExactly(FieldError.at("/brief/endsOn", "dateOrder", "must not be before startsOn"));
    }

    @Test
    void shouldTakeBriefOfOneDay() {
        // When
        Brief brief = Briefs.with(DAY, DAY);

        // Then
        assertThat(brief.endsOn()).isEqualTo(brief.startsOn());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void shouldNameEveryBrokenRuleAtOnce(int maxCreators) {
        // Given
        Audience audience = new Audience(List.of("FR", "XX"), List.of(), List.of());

        // When
        List<FieldError> errors = errorsOf(() -> Briefs.with(audience, List.of(), maxCreators));

        // Then
        assertThat(errors)
                .containsExactly(
                        FieldError.at("/brief/audience/countries/1", "country", "is not a country code of ISO 3166-1"),
                        FieldError.at("/brief/platforms", "notEmpty", "must name at least one platform"),
                        FieldError.at("/brief/maxCreators", "range", "must be between 1 and 1000"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void shouldTakeMaxCreatorsWithinBounds(int maxCreators) {
        // When
        Brief brief = Briefs.with(new Audience(List.of(), List.of(), List.of()), List.of(Platform.BLOG), maxCreators);

        // Then
        assertThat(brief.maxCreators()).isEqualTo(maxCreators);
    }

    @Test
    void shouldHaveEndedOnlyAfterTheLastDay() {
        // Given
        Brief brief = Briefs.with(DAY, DAY.plusDays(1));

        // When
        List<Boolean> ended = List.of(brief.endedBefore(DAY.plusDays(1)), brief.endedBefore(DAY.plusDays(2)));

        // Then
        assertThat(ended).containsExactly(false, true);
    }

    private static List<FieldError> errorsOf(ThrowingCallable attempt) {
        DomainException refusal = catchThrowableOfType(DomainException.class, attempt);
        assertThat(refusal.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        return refusal.errors();
    }
}
