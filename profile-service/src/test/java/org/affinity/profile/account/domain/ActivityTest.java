package org.affinity.profile.account.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.PostFigures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActivityTest {

    private static final Instant DECLARED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant OBSERVED_AT = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void shouldTellActivityOfTheTimeOfThePostsAndNotOfALaterObservation() {
        // Given
        var posts = new PostFigures(12, 28, null, null, null, null, null, null);
        var current = new CurrentFigures(
                new Observation(new AccountMetrics(1_000L, null, null), null, null, null, posts),
                MetricSource.NETWORK,
                OBSERVED_AT,
                Map.of(Observation.POST_FIGURES, new FigureOrigin(MetricSource.DECLARED, DECLARED_AT)));

        // When
        Figure activity = Activity.postsPerWeek(current, List.of(), DECLARED_AT);

        // Then
        assertThat(activity.value()).isEqualByComparingTo("3");
        assertThat(activity.source()).isEqualTo(MetricSource.DECLARED);
        assertThat(activity.observedAt()).isEqualTo(DECLARED_AT);
        assertThat(activity.window()).isEqualTo(new Figure.Window(DECLARED_AT.minus(28, ChronoUnit.DAYS), DECLARED_AT));
    }
}
