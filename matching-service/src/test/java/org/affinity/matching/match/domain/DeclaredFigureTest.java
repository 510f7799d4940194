package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.Map;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

/** Figures that no network tells make a score less sure, and leave it as it is. */
class DeclaredFigureTest {

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {
                "ENGAGEMENT_VERSUS_PEERS",
                "CREDIBILITY",
                "AUDIENCE_SIZE",
                "PRICE_FOR_EXPECTED_RESULT",
                "AUDIENCE_COUNTRY",
                "AUDIENCE_CITY"
            })
    void shouldWidenEverySignalThatRestsOnFigures(Signal signal) {
        // When
        Contribution measured = part(signal, MetricSource.NETWORK);
        Contribution declared = part(signal, MetricSource.DECLARED);

        // Then
        assertThat(measured.lowPoints()).isEqualTo(measured.points()).isEqualTo(measured.highPoints());
        assertThat(declared.points()).isEqualTo(measured.points());
        assertThat(declared.lowPoints()).isLessThan(declared.points());
        assertThat(declared.highPoints()).isGreaterThan(declared.points());
    }

    @Test
    void shouldNotPassADeclaredRateForTheNetworksBecauseOfItsFollowers() {
        // Given: a network tells of followers and views, only the creator of the rate, and a third party of the rest
        Instant declaredAt = Instant.parse("2025-03-01T00:00:00Z");
        Instant estimatedAt = Instant.parse("2025-02-01T00:00:00Z");
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05, 9_000L)
                .lastPost(Instant.parse("2025-01-20T00:00:00Z"))
                .credibility(0.5)
                .source(MetricSource.NETWORK)
                .origin(Account.ENGAGEMENT_RATE, MetricSource.DECLARED, declaredAt)
                .origin(Account.LAST_POST_AT, MetricSource.ESTIMATED, estimatedAt)
                .origin(Account.CREDIBILITY, MetricSource.ESTIMATED, estimatedAt);

        // When
        Contribution engagement = Explained.part(Signal.ENGAGEMENT_VERSUS_PEERS, candidate, brief());
        Contribution size = Explained.part(Signal.AUDIENCE_SIZE, candidate, brief());
        Contribution activity = Explained.part(Signal.RECENT_ACTIVITY, candidate, brief());
        Contribution credibility = Explained.part(Signal.CREDIBILITY, candidate, brief());
        Contribution freshness = Explained.part(Signal.DATA_FRESHNESS, candidate, brief());

        // Then
        assertThat(engagement.evidence().source()).isEqualTo("DECLARED");
        assertThat(engagement.evidence().observedAt()).isEqualTo(declaredAt);
        assertThat(engagement.lowPoints()).isLessThan(engagement.points());
        assertThat(engagement.highPoints()).isGreaterThan(engagement.points());
        // The interactions that it tells of rest on the rate, the amount of impressions does not.
        assertThat(size.evidence().source()).isEqualTo("DECLARED");
        assertThat(size.evidence().observedAt()).isEqualTo(declaredAt);
        assertThat(size.lowPoints()).isEqualTo(size.points()).isEqualTo(size.highPoints());
        assertThat(activity.evidence().source()).isEqualTo("ESTIMATED");
        assertThat(activity.evidence().observedAt()).isEqualTo(estimatedAt);
        assertThat(credibility.evidence().source()).isEqualTo("ESTIMATED");
        assertThat(credibility.lowPoints()).isLessThan(credibility.points());
        assertThat(freshness.evidence().source()).isEqualTo("NETWORK");
    }

    @Test
    void shouldForecastByTheLeastSureOfWhatWasCounted() {
        // Given
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05, 9_000L)
                .available(EngagementType.PAID, "100", "EUR")
                .source(MetricSource.NETWORK)
                .origin(Account.ENGAGEMENT_RATE, MetricSource.DECLARED, ShippedData.AS_OF);

        // When
        PanelCandidate kept = ShippedData.MATCHER
                .desk()
                .review(brief().build(), Map.of(), ShippedData.AS_OF)
                .panelCandidate(candidate.build())
                .orElseThrow();

        // Then
        assertThat(kept.basis().source()).isEqualTo(MetricSource.DECLARED);
    }

    @Test
    void shouldLeaveAloneWhatAnAudienceIsMeasuredToBe() {
        // Given: figures that are declared, an audience that a network tells of
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.5));

        // When
        Contribution country = Explained.part(Signal.AUDIENCE_COUNTRY, candidate, brief().countries("FR"));
        Contribution engagement = Explained.part(Signal.ENGAGEMENT_VERSUS_PEERS, candidate, brief());

        // Then
        assertThat(country.lowPoints()).isEqualTo(country.points()).isEqualTo(country.highPoints());
        assertThat(engagement.lowPoints()).isLessThan(engagement.points());
    }

    @ParameterizedTest
    @CsvSource({
        "INSTAGRAM, , 5000000",
        "INSTAGRAM, 3.5, 5000000",
        "INSTAGRAM, , ",
        "FACEBOOK, 0.05, ",
        "FACEBOOK, 0.05, 5000000"
    })
    void shouldWidenWhatIsExpectedByFollowersAlone(String platform, Double engagementRate, Long averageViews) {
        // Given: a rate without peers, or of more than the followers, and views of more than count tell nothing
        CandidateBuilder candidate = candidate(1)
                .account(new Platform(platform), 40L, engagementRate, averageViews)
                .available(EngagementType.PAID, "1", "EUR")
                .source(MetricSource.DECLARED);

        // When
        Contribution size = Explained.part(
                Signal.AUDIENCE_SIZE, candidate, brief().objective(Aim.VISIBILITY, Kpi.IMPRESSIONS, "50"));
        Contribution price = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, candidate, brief());

        // Then
        assertThat(size.lowPoints()).isLessThan(size.points());
        assertThat(size.highPoints()).isGreaterThan(size.points());
        assertThat(price.lowPoints()).isLessThan(price.points());
        assertThat(price.highPoints()).isGreaterThan(price.points());
    }

    @ParameterizedTest
    @CsvSource({
        "3200, 2303, 3200, 4000",
        "3900, 2807, 3900, 4000",
        "4000, 2879, 4000, 4000",
        "4001, 18, 26, 36",
        "5200, 18, 26, 36"
    })
    void shouldNeitherLoseNorFindViewsWhereTheyAreNearTheMostThatCount(
            long averageViews, int low, int impressions, int high) {
        // Given: 40 followers, of whom 4,000 views count at most, and peers by whom 26 impressions are expected
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 40L, null, averageViews)
                .source(MetricSource.DECLARED);
        BriefBuilder brief = brief().objective(Aim.VISIBILITY, Kpi.IMPRESSIONS, "2000");

        // When
        Contribution size = Explained.part(Signal.AUDIENCE_SIZE, candidate, brief);

        // Then
        assertThat(size.lowPoints()).isEqualTo(sizePoints(size, low));
        assertThat(size.points()).isEqualTo(sizePoints(size, impressions));
        assertThat(size.highPoints()).isEqualTo(sizePoints(size, high));
    }

    /** Points of so many impressions where 400 count half. */
    private static int sizePoints(Contribution size, int impressions) {
        return Levels.points(Levels.saturating(impressions, 400), size.thousandths(), size.neutralLevel());
    }

    private static Contribution part(Signal signal, MetricSource source) {
        CandidateBuilder candidate = candidate(1)
                .account(Platform.INSTAGRAM, 8_000L, 0.05)
                .available(EngagementType.PAID, "150", "EUR")
                .credibility(0.6)
                .audience(AudienceDimension.COUNTRY, Map.of("FR", 0.4))
                .audience(AudienceDimension.CITY, Map.of("FR:Lyon", 0.4))
                .source(source);
        BriefBuilder brief = brief().countries("FR").target(Asked.cities(null, new Place("FR", "Lyon")));
        return Explained.part(signal, candidate, brief);
    }
}
