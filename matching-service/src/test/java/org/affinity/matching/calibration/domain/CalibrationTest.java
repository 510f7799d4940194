package org.affinity.matching.calibration.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.Piece;
import org.affinity.matching.match.domain.Prediction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibrationTest {

    private static final SpreadModel SPREADS = read("spread-model-v1.json", SpreadModel.class);
    private static final CalibrationRule RULE = read("calibration-rule-v1.json", CalibrationRule.class);
    private static final PanelCandidate.Basis KNOWN =
            new PanelCandidate.Basis(8_000, true, true, MetricSource.NETWORK, null);

    private static <T> T read(String file, Class<T> type) {
        try (InputStream content = CalibrationTest.class.getResourceAsStream("/" + file)) {
            return new ObjectMapper().readValue(content, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Platform platform, double impressions, int posts, Long measured) {
        Prediction prediction =
                new Prediction(new UUID(1, 1), "model", platform, Tier.NANO, impressions, impressions * 0.77, 0, KNOWN);
        return new Sample(prediction, posts, measured, null, null);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.674490", "0.8, 1.281552", "0.9, 1.644854", "0.95, 1.959964"})
    void shouldReachAsManyDeviationsAsTheLevelSays(double level, double deviations) {
        // Given
        SpreadModel model = new SpreadModel("test", level, 0, 0, 0, 0, 0, 0, 0, List.of());

        // When
        SpreadModel.Bounds bounds = model.bounds(1, Math.expm1(1));

        // Then
        assertThat(Math.log(bounds.low())).isCloseTo(-0.5 - deviations, within(1e-6));
        assertThat(Math.log(bounds.high())).isCloseTo(-0.5 + deviations, within(1e-6));
    }

    /** Half of the results are 1.1 of what was predicted, half 0.9: the squares sum up to a hundredth for each. */
    @ParameterizedTest
    @CsvSource({"4, 2.353363", "6, 2.015048", "12, 1.795885", "30, 1.699127"})
    void shouldWidenTheIntervalOfFewByStudentsQuantile(int size, double quantile) {
        // Given
        List<Sample> samples = IntStream.range(0, size)
                .mapToObj(i -> sample(Platform.INSTAGRAM, 1_000, 1, i % 2 == 0 ? 1_100L : 900L))
                .toList();

        // When
        CalibrationCell cell = new Calibration(SPREADS).cells(samples).getFirst();

        // Then
        assertThat(Math.log(cell.ratioHigh())).isCloseTo(quantile * 0.1 / Math.sqrt(size - 1), within(1e-6));
        assertThat(cell.ratioLow()).isCloseTo(1 / cell.ratioHigh(), within(1e-9));
    }

    @Test
    void shouldCompareOnlyWhatBothSidesTellOf() {
        // Given
        List<Sample> samples = List.of(
                sample(Platform.INSTAGRAM, 1_000, 2, 1_500L),
                sample(Platform.INSTAGRAM, 3_000, 1, 2_500L),
                sample(Platform.INSTAGRAM, 3_000, 1, null),
                sample(Platform.INSTAGRAM, 3_000, 0, 0L),
                sample(Platform.TIKTOK, 500, 1, 9_000L));

        // When
        List<CalibrationCell> cells = new Calibration(SPREADS).cells(samples);

        // Then
        assertThat(cells)
                .extracting(CalibrationCell::key)
                .containsExactly(
                        new CellKey(CalibratedKpi.IMPRESSIONS, Platform.INSTAGRAM, Tier.NANO),
                        new CellKey(CalibratedKpi.IMPRESSIONS, Platform.TIKTOK, Tier.NANO));
        CalibrationCell instagram = cells.getFirst();
        assertThat(instagram.size()).isEqualTo(2);
        assertThat(instagram.meanPredicted()).isEqualTo(2_500);
        assertThat(instagram.meanMeasured()).isEqualTo(2_000);
        assertThat(instagram.ratio()).isEqualTo(0.8);
        assertThat(instagram.bias()).isEqualTo(-500);
        assertThat(instagram.insideShare()).isEqualTo(1);
        assertThat(instagram.ratioLow()).isNull();
        assertThat(cells.getLast().insideShare()).isZero();
    }

    @Test
    void shouldHoldTheTrueRatioInNineOfTenIntervals() {
        // Given
        Random random = new Random(7);
        int held = 0;

        // When
        for (int run = 0; run < 400; run++) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double expected = 500 + random.nextInt(5_000);
                double noise = Math.exp(0.57 * random.nextGaussian() - 0.57 * 0.57 / 2);
                samples.add(sample(Platform.INSTAGRAM, expected, 1, Math.round(expected * 0.7 * noise)));
            }
            CalibrationCell cell = new Calibration(SPREADS).cells(samples).getFirst();
            if (cell.ratioLow() <= 0.7 && 0.7 <= cell.ratioHigh()) {
                held++;
            }
        }

        // Then
        assertThat(held / 400.0).isBetween(0.85, 0.95);
    }

    @Test
    void shouldHoldNineOfTenResultsThatScatterAsTheModelSays() {
        // Given
        Random random = new Random(11);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            double noise = Math.exp(0.57 * random.nextGaussian() - 0.57 * 0.57 / 2);
            samples.add(sample(Platform.INSTAGRAM, 1_000, 1, Math.round(1_000 * noise)));
        }

        // When
        CalibrationCell cell = new Calibration(SPREADS).cells(samples).getFirst();

        // Then
        assertThat(cell.insideShare()).isBetween(0.88, 0.92);
    }

    @Test
    void shouldWidenTheIntervalTheLessIsKnown() {
        // Given
        PanelCandidate.Basis declared = new PanelCandidate.Basis(8_000, true, true, MetricSource.DECLARED, null);
        PanelCandidate.Basis withoutViews = new PanelCandidate.Basis(8_000, false, true, MetricSource.DECLARED, null);

        // When
        List<Double> lows = java.util.stream.Stream.of(KNOWN, declared, withoutViews, null)
                .map(basis -> SPREADS.bounds(1_000, SPREADS.of(CalibratedKpi.IMPRESSIONS, basis, 1))
                        .low())
                .toList();

        // Then
        assertThat(lows).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(SPREADS.bounds(1_000, SPREADS.of(CalibratedKpi.IMPRESSIONS, KNOWN, 9))
                        .low())
                .isGreaterThan(lows.getFirst());
    }

    @Test
    void shouldWidenTheIntervalTheLessIsKnownOfTheFormat() {
        // Given
        Piece story = new Piece(ContentFormat.STORY, true, new Piece.Ratio(0.3, 0.3, 0.5, 0.8));
        PanelCandidate.Basis basis = new PanelCandidate.Basis(8_000, true, true, MetricSource.NETWORK, story);

        // When
        SpreadModel.Spread impressions = SPREADS.of(CalibratedKpi.IMPRESSIONS, basis, 1);
        SpreadModel.Spread engagements = SPREADS.of(CalibratedKpi.ENGAGEMENTS, basis, 1);

        // Then
        SpreadModel.Spread post = SPREADS.of(CalibratedKpi.IMPRESSIONS, KNOWN, 1);
        assertThat(impressions.own()).isEqualTo(post.own());
        assertThat(impressions.common()).isCloseTo(Math.expm1(0.25), within(1e-9));
        assertThat(engagements.common()).isGreaterThan(Math.expm1(0.64));
    }

    @Test
    void shouldTakeFiguresOfASourceForAsUnsureAsTheScoreDoes() {
        // When
        JsonNode spreads = read("spread-model-v1.json", JsonNode.class);
        JsonNode scores = read("scoring-model-v3.json", JsonNode.class);

        // Then
        assertThat(scores.at("/figureSpreads/DECLARED")).isEqualTo(spreads.at("/declared"));
        assertThat(scores.at("/figureSpreads/ESTIMATED")).isEqualTo(spreads.at("/estimated"));
        assertThat(scores.at("/intervalDeviations").doubleValue())
                .isCloseTo(
                        NormalDistribution.of(0, 1)
                                .inverseCumulativeProbability(
                                        (1 + spreads.at("/level").doubleValue()) / 2),
                        within(0.001));
    }

    @Test
    void shouldCountResultsForTheirShareOfEnough() {
        // Given
        CalibrationRule.Totals few = new CalibrationRule.Totals(15, 1, 1_000, 250);
        CalibrationRule.Totals enough = new CalibrationRule.Totals(30, 1, 1_000, 500);

        // When
        CalibrationRule.Factor half = RULE.factor(null, few);
        CalibrationRule.Factor full = RULE.factor(null, enough);

        // Then
        assertThat(half.value()).isCloseTo(0.5, within(1e-9));
        assertThat(full.value()).isCloseTo(0.5, within(1e-9));
        assertThat(RULE.factor(null, null).value()).isEqualTo(1);
        assertThat(RULE.factor(null, new CalibrationRule.Totals(30, 1, 1, 100)).value())
                .isEqualTo(4);
    }

    @Test
    void shouldSayWhatARatioBeyondTheLargestFactorIsTakenFor() {
        // Given
        CalibrationRule.Totals hardlyAnything = new CalibrationRule.Totals(1, 1, 100_000, 3);
        CalibrationRule.Totals half = new CalibrationRule.Totals(30, 1, 1_000, 500);

        // When
        String why = RULE.factor(null, hardlyAnything).why();
        String usual = RULE.factor(null, half).why();

        // Then
        assertThat(why)
                .isEqualTo("measured less than 0.01 times what was predicted in 1 collaboration (your own results),"
                        + " taken for 0.25; counts for 1 of 30 (calibration-rule-v1)");
        assertThat(usual)
                .isEqualTo("measured 0.50 times what was predicted in 30 collaborations (your own results); counts in"
                        + " full (calibration-rule-v1)");
    }

    @Test
    void shouldNotLetOneOrganisationReadAnothersResults() {
        // Given
        CalibrationRule.Totals ofTwo = new CalibrationRule.Totals(60, 2, 1_000, 2_000);
        CalibrationRule.Totals ofThree = new CalibrationRule.Totals(60, 3, 1_000, 2_000);

        // When
        CalibrationRule.Factor kept = RULE.factor(ofTwo, null);
        CalibrationRule.Factor shared = RULE.factor(ofThree, null);

        // Then
        assertThat(kept.value()).isEqualTo(1);
        assertThat(shared.value()).isCloseTo(2, within(1e-9));
        assertThat(shared.why()).contains("3 organisations").contains("60");
    }
}
