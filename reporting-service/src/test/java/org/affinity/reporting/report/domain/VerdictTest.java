package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.campaign.domain.Objective;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.report.domain.Facts.declared;
import static org.affinity.reporting.report.domain.Facts.network;
import static org.affinity.reporting.report.domain.Facts.post;
import static org.affinity.reporting.report.domain.Facts.rated;
import static org.affinity.reporting.report.domain.Facts.unknown;
import static org.affinity.reporting.report.domain.Facts.verdict;
import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {

    @Test
    void shouldBeReachedWhenTheNetworksVouchForExactlyTheTarget() {
        // When
        var verdict = verdict(Kpi.REACH, "100", network(Metric.REACH, 60), network(Metric.REACH, 40));

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.REACHED);
        assertThat(verdict.value()).isEqualByComparingTo("100");
        assertThat(verdict.reason()).isEqualTo("The networks vouch for 100, the target or more.");
    }

    @Test
    void shouldBeReachedInSpiteOfUnknownPostsWhenTheKnownOnesSuffice() {
        // When
        var verdict = verdict(Kpi.IMPRESSIONS, "100", network(Metric.IMPRESSIONS, 100), unknown());

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.REACHED);
    }

    @Test
    void shouldBeInconclusiveAndSayHowManyWhenPostsAreUnknown() {
        // When
        var verdict = verdict(Kpi.IMPRESSIONS, "100", network(Metric.IMPRESSIONS, 99), unknown(), unknown());

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason())
                .isEqualTo("What is known is below the target, but 2 posts without all figures for it.");
    }

    @Test
    void shouldBeInconclusiveWhenOnlyDeclaredFiguresReachTheTarget() {
        // When
        var verdict = verdict(Kpi.REACH, "100", network(Metric.REACH, 60), declared(Metric.REACH, 40));

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason())
                .isEqualTo("Reached only when figures that creators declare are counted: the networks vouch for 60.");
    }

    @Test
    void shouldNotBeReachedWhenEvenDeclaredFiguresStayBelow() {
        // When
        var verdict = verdict(Kpi.REACH, "100", network(Metric.REACH, 60), declared(Metric.REACH, 39));

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void shouldNotBeReachedWhenNothingWasPosted() {
        // When
        var verdict = verdict(Kpi.ENGAGEMENTS, "1");

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(verdict.value()).isEqualByComparingTo("0");
        assertThat(verdict.reason()).isEqualTo("No post was recorded before the measurement closed.");
        assertThat(verdict(Kpi.ENGAGEMENT_RATE, "0.01").reason()).isEqualTo(verdict.reason());
    }

    @Test
    void shouldBeInconclusiveWithoutAnyFigure() {
        // When
        var verdict = verdict(Kpi.REACH, "1", unknown());

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.value()).isNull();
        assertThat(verdict.reason()).isEqualTo("No post has a figure for it.");
    }

    @Test
    void shouldTakeAMissingComponentOfEngagementsForUnknown() {
        // Given
        var withoutSaves = post().with(MetricSource.NETWORK, Metric.LIKES, 10)
                .with(MetricSource.NETWORK, Metric.COMMENTS, 5)
                .with(MetricSource.NETWORK, Metric.SHARES, 1)
                .facts();

        // When
        var verdict = verdict(Kpi.ENGAGEMENTS, "17", withoutSaves);

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.value()).isEqualByComparingTo("16");
    }

    @Test
    void shouldCountPostsOnlyWhenTheNetworkOrAPartnerHasShownThem() {
        // Given
        var seen = network(Metric.LIKES, 1);
        var byPartner = post().recordedBy(MetricSource.NETWORK).facts();
        var onlyDeclared = declared(Metric.LIKES, 1);

        // When
        var two = verdict(Kpi.POSTS, "2", seen, byPartner, onlyDeclared);
        var three = verdict(Kpi.POSTS, "3", seen, byPartner, onlyDeclared);

        // Then
        assertThat(two.verdict()).isEqualTo(Verdict.REACHED);
        assertThat(three.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void shouldNotAddDonationsOfAnotherCurrency() {
        // Given
        var euros = post().with(MetricSource.NETWORK, Metric.DONATIONS, new BigDecimal("80.50"), "EUR")
                .facts();
        var dollars = post().with(MetricSource.NETWORK, Metric.DONATIONS, new BigDecimal("500"), "USD")
                .facts();

        // When
        var verdict = verdict(Kpi.DONATIONS, "100", euros, dollars);

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.value()).isEqualByComparingTo("80.50");
    }

    @Test
    void shouldSayThatDonationsAreInAnotherCurrency() {
        // Given
        var dollars = post().with(MetricSource.NETWORK, Metric.DONATIONS, new BigDecimal("500"), "USD")
                .facts();

        // When
        var verdict = verdict(Kpi.DONATIONS, "100", dollars, unknown());

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.value()).isNull();
        assertThat(verdict.reason()).isEqualTo("No post has an amount in EUR, 1 post in other currencies.");
    }

    @Test
    void shouldReachARateOnlyWhenTheWholeIntervalDoes() {
        // Given
        PostFacts[] posts = {
            rated(MetricSource.NETWORK, 50, 1000),
            rated(MetricSource.NETWORK, 52, 1000),
            rated(MetricSource.NETWORK, 48, 1000)
        };

        // When
        var below = verdict(Kpi.ENGAGEMENT_RATE, "0.04", posts);
        var inside = verdict(Kpi.ENGAGEMENT_RATE, "0.05", posts);
        var above = verdict(Kpi.ENGAGEMENT_RATE, "0.06", posts);

        // Then
        assertThat(below.verdict()).isEqualTo(Verdict.REACHED);
        assertThat(inside.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(inside.reason()).isEqualTo("The 95 % interval 0.045032 to 0.054968 contains the target.");
        assertThat(above.verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void shouldNotJudgeARateByOnePost() {
        // When
        var verdict = verdict(Kpi.ENGAGEMENT_RATE, "0.01", rated(MetricSource.NETWORK, 900, 1000));

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.value()).isEqualByComparingTo("0.9");
        assertThat(verdict.reason())
                .isEqualTo("An interval needs posts with all figures of three collaborations, there are fewer.");
    }

    @Test
    void shouldNotJudgeARateByManyPostsOfTwoCreators() {
        // Given
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();

        // When
        var verdict = verdict(
                Kpi.ENGAGEMENT_RATE,
                "0.01",
                rated(one, 50, 1000),
                rated(one, 51, 1000),
                rated(one, 52, 1000),
                rated(other, 49, 1000),
                rated(other, 50, 1000));

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("three collaborations");
    }

    @Test
    void shouldNotJudgeARateByDeclaredFigures() {
        // When
        var verdict = verdict(
                Kpi.ENGAGEMENT_RATE,
                "0.01",
                rated(MetricSource.DECLARED, 50, 1000),
                rated(MetricSource.DECLARED, 51, 1000),
                rated(MetricSource.DECLARED, 52, 1000));

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).endsWith("rests on figures that creators declare.");
    }

    @Test
    void shouldNotJudgeARateWhenMostPostsLackFigures() {
        // When
        var verdict = verdict(
                Kpi.ENGAGEMENT_RATE,
                "0.01",
                rated(MetricSource.NETWORK, 50, 1000),
                rated(MetricSource.NETWORK, 51, 1000),
                rated(MetricSource.NETWORK, 52, 1000),
                unknown(),
                unknown(),
                unknown(),
                unknown());

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("Only 3 of 7 posts have all figures.");
    }

    @Test
    void shouldNotJudgeARateWhenNetworksVouchForFewPosts() {
        // When
        var verdict = verdict(
                Kpi.ENGAGEMENT_RATE,
                "0.01",
                rated(MetricSource.NETWORK, 50, 1000),
                rated(MetricSource.NETWORK, 51, 1000),
                rated(MetricSource.NETWORK, 52, 1000),
                rated(MetricSource.DECLARED, 50, 1000),
                rated(MetricSource.DECLARED, 50, 1000),
                rated(MetricSource.DECLARED, 50, 1000),
                unknown());

        // Then
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("Only 3 of 7 posts have all figures from the networks.");
    }

    @Test
    void shouldNotJudgeAnIndicatorThatIsNotMeasured() {
        // Given
        var objective = new Objective(UUID.randomUUID(), "RETAIN", "SENTIMENT", BigDecimal.ONE);
        var campaign = new Campaign(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "CLOSED",
                "Later",
                null,
                "EUR",
                List.of(objective),
                LocalDate.parse("2026-02-01"),
                null,
                Facts.CLOSED);

        // When
        var report = new Measurement(campaign, List.of()).report(UUID.randomUUID(), 0, Facts.CLOSED);

        // Then
        assertThat(report.verdicts().getFirst().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
