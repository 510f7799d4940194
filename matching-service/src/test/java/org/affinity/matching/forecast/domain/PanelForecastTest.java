package org.affinity.matching.forecast.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.affinity.matching.calibration.domain.CalibratedKpi;
import org.affinity.matching.calibration.domain.CalibrationRule;
import org.affinity.matching.calibration.domain.SpreadModel;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.PriceSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PanelForecastTest {

    private static final PanelForecast FORECAST = new PanelForecast(spreads(), 0.77);

    private static SpreadModel spreads() {
        try (InputStream content = PanelForecastTest.class.getResourceAsStream("/spread-model-v1.json")) {
            return new ObjectMapper().readValue(content, SpreadModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static PanelForecast.Part part(long number, boolean viewsKnown, double factor) {
        PanelCandidate creator = new PanelCandidate(
                new UUID(1, number),
                new UUID(2, number),
                Platform.INSTAGRAM,
                Tier.NANO,
                "FR",
                null,
                Set.of("fr"),
                Set.of(),
                euros("100"),
                PriceSource.DECLARED,
                null,
                0.2,
                5_000,
                400,
                new PanelCandidate.Basis(8_000, viewsKnown, true, MetricSource.NETWORK, null),
                Map.of());
        Map<CalibratedKpi, CalibrationRule.Factor> factors = new EnumMap<>(CalibratedKpi.class);
        for (CalibratedKpi kpi : CalibratedKpi.values()) {
            factors.put(kpi, new CalibrationRule.Factor(factor, 0, ""));
        }
        return new PanelForecast.Part(creator, factors);
    }

    @Test
    void shouldExpectWhatTheMatchDoesTimesTheMeasuredFactor() {
        // When
        PanelForecast.Outcome outcome = FORECAST.of(part(1, true, 0.8));

        // Then
        PanelForecast.Figure impressions = outcome.figures().get(CalibratedKpi.IMPRESSIONS);
        assertThat(impressions.value()).isCloseTo(4_000, within(1e-9));
        assertThat(impressions.value()).isBetween(impressions.low(), impressions.high());
        assertThat(outcome.costPerThousand().value()).isCloseTo(25, within(1e-9));
        assertThat(outcome.costPerThousand().low()).isCloseTo(100_000 / impressions.high(), within(1e-9));
        assertThat(outcome.costPerEngagement().value()).isCloseTo(100 / 320.0, within(1e-9));
    }

    @Test
    void shouldCorrectReachByItsOwnFactorAndNeverBeyondImpressions() {
        // Given
        PanelForecast.Part part = part(1, true, 1);
        Map<CalibratedKpi, CalibrationRule.Factor> measured = new EnumMap<>(part.factors());
        measured.put(CalibratedKpi.REACH, new CalibrationRule.Factor(1.2, 40, ""));
        Map<CalibratedKpi, CalibrationRule.Factor> beyond = new EnumMap<>(part.factors());
        beyond.put(CalibratedKpi.REACH, new CalibrationRule.Factor(3, 40, ""));

        // When
        double reach = FORECAST.reach(new PanelForecast.Part(part.creator(), measured));
        double most = FORECAST.reach(new PanelForecast.Part(part.creator(), beyond));

        // Then
        assertThat(reach).isCloseTo(5_000 * 0.77 * 1.2, within(1e-9));
        assertThat(most).isCloseTo(5_000, within(1e-9));
    }

    @Test
    void shouldAddUpAndLetIndependentErrorsCancelOut() {
        // Given
        List<PanelForecast.Part> ten = LongStream.range(0, 10)
                .mapToObj(number -> part(number, true, 1))
                .toList();

        // When
        PanelForecast.Figure all = FORECAST.of(ten, euros("1000")).figures().get(CalibratedKpi.IMPRESSIONS);

        // Then
        PanelForecast.Figure one = FORECAST.of(ten.getFirst()).figures().get(CalibratedKpi.IMPRESSIONS);
        assertThat(all.value()).isCloseTo(10 * one.value(), within(1e-6));
        assertThat(all.low() / all.value()).isGreaterThan(one.low() / one.value());
        assertThat(all.high() / all.value()).isLessThan(one.high() / one.value());
    }

    @Test
    void shouldKeepErrorsThatAllHaveInCommon() {
        // Given
        List<PanelForecast.Part> many = LongStream.range(0, 1_000)
                .mapToObj(number -> part(number, false, 1))
                .toList();

        // When
        PanelForecast.Figure all = FORECAST.of(many, euros("1000")).figures().get(CalibratedKpi.IMPRESSIONS);

        // Then
        assertThat(all.low() / all.value()).isLessThan(0.6);
    }

    @Test
    void shouldExpectNothingOfNobody() {
        // When
        PanelForecast.Outcome outcome = FORECAST.of(List.of(), euros("0"));

        // Then
        assertThat(outcome.figures().get(CalibratedKpi.ENGAGEMENTS)).isEqualTo(new PanelForecast.Figure(0, 0, 0));
        assertThat(outcome.costPerEngagement()).isNull();
    }
}
