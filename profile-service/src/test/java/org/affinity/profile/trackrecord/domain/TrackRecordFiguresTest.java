package org.affinity.profile.trackrecord.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.MeasuredFigure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrackRecordFiguresTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static Result result(Long reach, Long engagements, String donations) {
        UUID id = UUID.randomUUID();
        List<KpiFigure> figures = new ArrayList<>();
        figures.add(figure("REACH", reach == null ? null : BigDecimal.valueOf(reach), "COUNT"));
        figures.add(figure("ENGAGEMENTS", engagements == null ? null : BigDecimal.valueOf(engagements), "COUNT"));
        if (donations != null) {
            figures.add(figure("DONATIONS", new BigDecimal(donations), "EUR"));
        }
        return new Result(id, id, id, id, id, 1, "Brand", "INSTAGRAM", 1, null, NOW, figures);
    }

    private static KpiFigure figure(String kpi, BigDecimal value, String unit) {
        return new KpiFigure(kpi, value, unit, "as measured", "NETWORK", 1);
    }

    private static MeasuredFigure of(List<Result> results, String name) {
        return new TrackRecordFigures(results, NOW)
                .all().stream()
                        .filter(figure -> figure.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void shouldTakeMediansOverKnownFiguresOnly() {
        // Given
        var results = List.of(result(100L, 10L, null), result(300L, 10L, null), result(null, 90L, null));
        // When
        MeasuredFigure reach = of(results, "MEDIAN_REACH");
        MeasuredFigure engagements = of(results, "MEDIAN_ENGAGEMENTS");
        // Then
        assertThat(reach.value()).isEqualByComparingTo("200");
        assertThat(reach.sampleSize()).isEqualTo(2);
        assertThat(engagements.value()).isEqualByComparingTo("10");
    }

    @Test
    void shouldPoolEngagementByReach() {
        // Given
        var results = List.of(result(100L, 10L, null), result(300L, 10L, null), result(null, 90L, null));
        // When
        MeasuredFigure rate = of(results, "ENGAGEMENT_RATE_BY_REACH");
        // Then
        assertThat(rate.value()).isEqualByComparingTo("0.05");
        assertThat(rate.sampleSize()).isEqualTo(2);
    }

    @Test
    void shouldAddDonationsUp() {
        // Given
        var results = List.of(result(null, null, "404000.00"), result(null, null, "0.50"));
        // When
        MeasuredFigure donations = of(results, "TOTAL_DONATIONS");
        // Then
        assertThat(donations.value()).isEqualByComparingTo("404000.50");
        assertThat(donations.unit()).isEqualTo("EUR");
    }

    @Test
    void shouldLeaveUnknownWhatNoResultKnowsAndSayWhy() {
        // When
        MeasuredFigure none = of(List.of(), "MEDIAN_REACH");
        MeasuredFigure nobodyReached = of(List.of(result(0L, 0L, null)), "ENGAGEMENT_RATE_BY_REACH");
        // Then
        assertThat(none.value()).isNull();
        assertThat(none.sampleSize()).isZero();
        assertThat(none.reason()).isNotBlank();
        assertThat(nobodyReached.value()).isNull();
    }
}
