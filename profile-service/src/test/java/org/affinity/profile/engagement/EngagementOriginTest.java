package org.affinity.profile.engagement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PostFigure;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.engagement.domain.AudienceFit;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A rate is no surer than what it rests on. */
class EngagementOriginTest {

    private static final FigureOrigin NETWORK =
            new FigureOrigin(MetricSource.NETWORK, Instant.parse("2026-03-01T00:00:00Z"));
    private static final FigureOrigin DECLARED =
            new FigureOrigin(MetricSource.DECLARED, Instant.parse("2026-01-01T00:00:00Z"));
    private static final Map<String, AudienceFit> FITS =
            Map.of("INSTAGRAM", new AudienceFit(40, -0.2, -2, 0.5, 9, 30, NETWORK.observedAt()));

    private final EngagementService engagement = new EngagementService(null, null, null);

    private static PostFigure mean(int mean) {
        return new PostFigure(BigDecimal.valueOf(mean), null, null);
    }

    /** An account last observed by its network. */
    private static CurrentFigures account(String statedRate, Map<String, FigureOrigin> origins) {
        var metrics = new AccountMetrics(1_000L, statedRate == null ? null : new BigDecimal(statedRate), null);
        var posts = new PostFigures(12, null, mean(30), mean(2), mean(1), mean(1), mean(400), mean(500));
        return new CurrentFigures(
                new Observation(metrics, null, null, null, posts), NETWORK.source(), NETWORK.observedAt(), origins);
    }

    private Figure rate(String definition, CurrentFigures current) {
        return engagement.rate(EngagementDefinitions.named(definition), Platform.INSTAGRAM, current);
    }

    private static FigureOrigin originOf(Figure figure) {
        return new FigureOrigin(figure.source(), figure.observedAt());
    }

    @Test
    void shouldBeNoSurerThanTheFollowersThatPostsAreDividedBy() {
        // Given
        CurrentFigures current = account(null, Map.of(Observation.FOLLOWERS, DECLARED));

        // When
        Figure perFollower = rate("followers-mean", current);
        Figure perReach = rate("reach-mean", current);

        // Then
        assertThat(originOf(perFollower)).isEqualTo(DECLARED);
        assertThat(perFollower.sampleSize()).isEqualTo(12);
        assertThat(originOf(perReach)).isEqualTo(NETWORK);
    }

    @Test
    void shouldBeNoSurerThanThePosts() {
        // Given
        CurrentFigures current = account(null, Map.of(Observation.POST_FIGURES, DECLARED));

        // When
        Figure perFollower = rate("followers-mean", current);

        // Then
        assertThat(originOf(perFollower)).isEqualTo(DECLARED);
    }

    @Test
    void shouldCountPostsBehindAStatedRateOnlyWhereTheyAreOfTheSameStatement() {
        // Given
        CurrentFigures together = account("0.05", Map.of(Observation.FOLLOWERS, DECLARED));
        CurrentFigures apart = account("0.05", Map.of(Observation.POST_FIGURES, DECLARED));

        // When
        Figure ofSame = rate("followers-mean", together);
        Figure ofOther = rate("followers-mean", apart);

        // Then
        assertThat(originOf(ofSame)).isEqualTo(NETWORK);
        assertThat(ofSame.sampleSize()).isEqualTo(12);
        assertThat(originOf(ofOther)).isEqualTo(NETWORK);
        assertThat(ofOther.sampleSize()).isNull();
    }

    @Test
    void shouldTellARatioToTheAudienceNoSurerThanTheFollowers() {
        // Given
        CurrentFigures current = account("0.05", Map.of(Observation.FOLLOWERS, DECLARED));
        CurrentFigures declaredRate = account("0.05", Map.of(Observation.ENGAGEMENT_RATE, DECLARED));

        // When
        Figure ofFollowers = engagement.audienceRatio(Platform.INSTAGRAM, current, FITS);
        Figure ofRate = engagement.audienceRatio(Platform.INSTAGRAM, declaredRate, FITS);

        // Then
        assertThat(originOf(ofFollowers)).isEqualTo(DECLARED);
        assertThat(originOf(ofRate)).isEqualTo(DECLARED);
        assertThat(ofRate.sampleSize()).isNull();
        assertThat(ofRate.interval().low()).isLessThan(ofFollowers.interval().low());
    }
}
