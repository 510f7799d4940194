package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Kpi;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.report.domain.Facts.declared;
import static org.affinity.reporting.report.domain.Facts.network;
import static org.affinity.reporting.report.domain.Facts.post;
import static org.affinity.reporting.report.domain.Facts.rated;
import static org.affinity.reporting.report.domain.Facts.result;
import static org.affinity.reporting.report.domain.Facts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

class KpiResultTest {

    @Test
    void shouldTellTheWeakestSourceAndTheNetworksPart() {
        // When
        var reach = result(Kpi.REACH, network(Metric.REACH, 60), declared(Metric.REACH, 40));

        // Then
        assertThat(reach.value()).isEqualByComparingTo("100");
        assertThat(reach.networkValue()).isEqualByComparingTo("60");
        assertThat(reach.source()).isEqualTo(MetricSource.DECLARED);
        assertThat(reach.sampleSize()).isEqualTo(2);
        assertThat(reach.observedAt()).isEqualTo(Facts.OBSERVED);
        assertThat(reach.reason()).isNull();
    }

    @Test
    void shouldCountAPostThatSeveralCollaborationsNameOnce() {
        // Given: a post of two authors, of which one declares more than the networks show
        PostFacts one = network(Metric.IMPRESSIONS, 600);
        PostFacts other = Facts.alsoNamedBy(one, declared(Metric.IMPRESSIONS, 700));
        PostFacts third = network(Metric.IMPRESSIONS, 50);
        // When
        var impressions = result(Kpi.IMPRESSIONS, one, other, third);
        var posts = result(Kpi.POSTS, one, other, third);
        // Then
        assertThat(impressions.value()).isEqualByComparingTo("650");
        assertThat(impressions.networkValue()).isEqualByComparingTo("650");
        assertThat(impressions.sampleSize()).isEqualTo(2);
        assertThat(posts.value()).isEqualByComparingTo("2");
    }

    @Test
    void shouldPutTheFiguresOfAPostThatSeveralNameTogether() {
        // Given: the networks have told the likes to one and the reach to the other
        PostFacts one = network(Metric.LIKES, 40);
        PostFacts other = Facts.alsoNamedBy(one, rated(MetricSource.NETWORK, 40, 1000));
        // When
        var engagements = result(Kpi.ENGAGEMENTS, one, other);
        var rate = result(Kpi.ENGAGEMENT_RATE, one, other);
        // Then
        assertThat(engagements.value()).isEqualByComparingTo("40");
        assertThat(engagements.unknownPosts()).isZero();
        assertThat(rate.value()).isEqualByComparingTo("0.04");
    }

    @Test
    void shouldCallSummedReachGross() {
        // When
        var reach = result(Kpi.REACH);

        // Then
        assertThat(reach.definition()).startsWith("Gross reach");
    }

    @Test
    void shouldSayThatAnIncompleteSumIsABound() {
        // When
        var reach = result(Kpi.REACH, network(Metric.REACH, 60), unknown());

        // Then
        assertThat(reach.unknownPosts()).isEqualTo(1);
        assertThat(reach.reason()).isEqualTo("A lower bound: 1 post without all its figures.");
    }

    @Test
    void shouldGiveNullAndAReasonWhenNothingIsKnown() {
        // When
        var reach = result(Kpi.REACH, unknown());

        // Then
        assertThat(reach.value()).isNull();
        assertThat(reach.networkValue()).isNull();
        assertThat(reach.source()).isNull();
        assertThat(reach.reason()).isEqualTo("No post has a figure for it.");
    }

    @Test
    void shouldPoolTheRateInsteadOfAveragingRates() {
        // When
        var rate = result(
                Kpi.ENGAGEMENT_RATE,
                rated(MetricSource.NETWORK, 100, 1000),
                rated(MetricSource.NETWORK, 100, 9000),
                rated(MetricSource.NETWORK, 100, 5000));

        // Then
        assertThat(rate.value()).isEqualByComparingTo("0.02");
        assertThat(rate.unit()).isEqualTo("RATE");
        assertThat(rate.interval().level()).isEqualByComparingTo("0.95");
        assertThat(rate.interval().low()).isEqualByComparingTo("0");
    }

    @Test
    void shouldTakeTheCollaborationForTheUnitOfTheInterval() {
        // Given: two posts of one creator, whose sums make one unit
        var creator = UUID.randomUUID();
        var split = result(
                Kpi.ENGAGEMENT_RATE,
                rated(creator, 10, 400),
                rated(MetricSource.NETWORK, 60, 1000),
                rated(creator, 30, 600),
                rated(MetricSource.NETWORK, 50, 1000));

        // When
        var summed = result(
                Kpi.ENGAGEMENT_RATE,
                rated(MetricSource.NETWORK, 40, 1000),
                rated(MetricSource.NETWORK, 60, 1000),
                rated(MetricSource.NETWORK, 50, 1000));

        // Then
        assertThat(split.interval()).isNotNull().isEqualTo(summed.interval());
        assertThat(split.value()).isEqualTo(summed.value());
        assertThat(split.sampleSize()).isEqualTo(4);
        assertThat(split.unknownPosts()).isZero();
    }

    @Test
    void shouldLeaveDeclaredPostsOutOfARateThatNetworksVouchFor() {
        // When
        var rate = result(
                Kpi.ENGAGEMENT_RATE,
                rated(MetricSource.NETWORK, 10, 1000),
                rated(MetricSource.NETWORK, 10, 1000),
                rated(MetricSource.DECLARED, 900, 1000));

        // Then
        assertThat(rate.value()).isEqualByComparingTo("0.01");
        assertThat(rate.source()).isEqualTo(MetricSource.NETWORK);
        assertThat(rate.leftOutPosts()).isEqualTo(1);
        assertThat(rate.unknownPosts()).isZero();
        assertThat(rate.reason())
                .isEqualTo("Left out: 1 post whose figures creators declare, since networks vouch for others.");
    }

    @Test
    void shouldTellPostsWithoutFiguresFromThoseLeftOutForTheirSource() {
        // When
        var rate = result(
                Kpi.ENGAGEMENT_RATE,
                rated(MetricSource.NETWORK, 10, 1000),
                rated(MetricSource.DECLARED, 900, 1000),
                rated(MetricSource.DECLARED, 900, 1000),
                unknown());

        // Then
        assertThat(rate.sampleSize()).isEqualTo(1);
        assertThat(rate.leftOutPosts()).isEqualTo(2);
        assertThat(rate.unknownPosts()).isEqualTo(1);
        assertThat(rate.reason())
                .isEqualTo("Left out: 1 post without all five figures; 2 posts whose figures creators declare, since"
                        + " networks vouch for others.");
    }

    @Test
    void shouldSayThatPostsLackFiguresWhenNoSourceHasThem() {
        // When
        var rate = result(Kpi.ENGAGEMENT_RATE, rated(MetricSource.DECLARED, 10, 1000), unknown());

        // Then
        assertThat(rate.unknownPosts()).isEqualTo(1);
        assertThat(rate.leftOutPosts()).isZero();
        assertThat(rate.reason()).isEqualTo("Left out: 1 post without all five figures.");
    }

    @Test
    void shouldHaveNoRateWithoutReach() {
        // When
        var rate = result(Kpi.ENGAGEMENT_RATE, rated(MetricSource.NETWORK, 0, 0));

        // Then
        assertThat(rate.value()).isNull();
        assertThat(rate.reason())
                .isEqualTo("No post has all of likes, comments, shares, saves and a reach above zero.");
    }

    @Test
    void shouldCountOnlyNetworkFiguresInAResult() {
        // Given
        var both = post().with(MetricSource.NETWORK, Metric.REACH, 60)
                .with(MetricSource.DECLARED, Metric.IMPRESSIONS, 99)
                .facts();

        // When
        var result = CollaborationResult.of(List.of(both), "EUR");

        // Then
        assertThat(result).isEqualTo(new CollaborationResult(1, null, BigDecimal.valueOf(60), null, null));
    }

    @Test
    void shouldNotKnowASumWhenOnePostLacksTheFigure() {
        // When
        var withoutFigures = post().recordedBy(MetricSource.NETWORK).facts();
        var result = CollaborationResult.of(List.of(network(Metric.REACH, 60), withoutFigures), "EUR");

        // Then
        assertThat(result.reach()).isNull();
        assertThat(result.posts()).isEqualTo(2);
    }

    @Test
    void shouldNotCountAPostInAResultThatOnlyItsCreatorSpeaksOf() {
        // When
        var result = CollaborationResult.of(List.of(network(Metric.REACH, 60), declared(Metric.REACH, 900)), "EUR");

        // Then
        assertThat(result.posts()).isEqualTo(1);
        assertThat(result.reach()).isEqualByComparingTo("60");
    }
}
