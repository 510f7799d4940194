package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What is expected of the format that a creator is priced for or asked for. */
class FormatResultTest {

    private static final double STORY = 0.28;

    @Test
    void shouldExpectOfAStoryThePublishedPartOfAPost() {
        // Given
        CandidateBuilder creator = measured()
                .rate(Platform.INSTAGRAM, ContentFormat.STORY, "60")
                .rate(Platform.INSTAGRAM, ContentFormat.POST, "60");

        // When
        Offer story = offer(creator, wanting(ContentFormat.STORY));
        Offer post = offer(creator, wanting(ContentFormat.POST));

        // Then
        assertThat(story.expectation().impressions())
                .isCloseTo(post.expectation().impressions() * STORY, within(1e-9));
        assertThat(story.expectation().interactions())
                .isCloseTo(post.expectation().interactions() * STORY, within(1e-9));
        assertThat(Explained.part(Signal.AUDIENCE_SIZE, creator, wanting(ContentFormat.STORY))
                        .evidence()
                        .text())
                .startsWith("8000 followers: about 1115 impressions and 112 interactions a story"
                        + " (0.28 of a post's; engagement-benchmarks-v2), for");
        assertThat(Explained.part(Signal.AUDIENCE_SIZE, creator, wanting(ContentFormat.POST))
                        .evidence()
                        .text())
                .startsWith("8000 followers: about 3982 impressions and 398 interactions a post, for");
    }

    @Test
    void shouldCompareThePriceOfAStoryWithWhatAStoryBrings() {
        // Given
        CandidateBuilder stories = measured().rate(Platform.INSTAGRAM, ContentFormat.STORY, "28");
        CandidateBuilder posts = measured().rate(Platform.INSTAGRAM, ContentFormat.POST, "100");
        CandidateBuilder fee = measured().available(EngagementType.PAID, "28", "EUR");

        // When
        Contribution ofStory = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, stories, brief());
        Contribution ofPost = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, posts, brief());
        Contribution ofFee = Explained.part(Signal.PRICE_FOR_EXPECTED_RESULT, fee, wanting(ContentFormat.STORY));

        // Then
        assertThat(ofStory.level()).isEqualTo(ofPost.level());
        assertThat(ofFee.level()).isEqualTo(ofPost.level());
        assertThat(ofStory.evidence().text())
                .isEqualTo(
                        "28.00 EUR, rate card: STORY on INSTAGRAM for about 1115 impressions a story (0.28 of a post's;"
                                + " engagement-benchmarks-v2); usual 35.00 EUR per thousand (price-table-v1)");
    }

    @Test
    void shouldEstimateThePriceOfAStoryWhereNothingElseIsWanted() {
        // Given
        CandidateBuilder unrated = candidate(1).account(Platform.INSTAGRAM, 80_000L, 0.05, 10_000L);

        // When
        Price post = offer(unrated, brief()).price();
        Price story = offer(unrated, wanting(ContentFormat.STORY)).price();
        Price either =
                offer(unrated, wanting(ContentFormat.STORY, ContentFormat.REEL)).price();

        // Then
        assertThat(post.money().amount()).isEqualByComparingTo("350");
        assertThat(story.money().amount()).isEqualByComparingTo("98");
        assertThat(either.money().amount()).isEqualByComparingTo("350");
        assertThat(offer(unrated, wanting(ContentFormat.STORY).budget("100")).price())
                .isEqualTo(story);
    }

    @Test
    void shouldSayThatNothingIsKnownOfAFormatAndBeLessSure() {
        // Given
        CandidateBuilder creator = measured();

        // When
        Contribution live = Explained.part(Signal.AUDIENCE_SIZE, creator, wanting(ContentFormat.LIVE));
        Contribution any = Explained.part(Signal.AUDIENCE_SIZE, creator, brief());
        Contribution reel = Explained.part(Signal.AUDIENCE_SIZE, creator, wanting(ContentFormat.REEL));

        // Then
        assertThat(live.evidence().text())
                .contains("interactions a live (taken for a post, no ratio is published; engagement-benchmarks-v2),");
        assertThat(List.of(live.points(), reel.points())).containsOnly(any.points());
        assertThat(any.lowPoints()).isEqualTo(any.points()).isEqualTo(any.highPoints());
        assertThat(reel.lowPoints()).isLessThan(any.points());
        assertThat(reel.highPoints()).isGreaterThan(any.points());
        assertThat(live.lowPoints()).isLessThan(reel.lowPoints());
        assertThat(live.highPoints()).isGreaterThan(reel.highPoints());
    }

    @Test
    void shouldKeepWhatTheExpectationIsOfForLater() {
        // Given
        CandidateBuilder creator = measured().rate(Platform.INSTAGRAM, ContentFormat.STORY, "60");

        // When
        PanelCandidate kept = ShippedData.MATCHER
                .desk()
                .review(brief().build(), Map.of(), ShippedData.AS_OF)
                .panelCandidate(creator.build())
                .orElseThrow();

        // Then
        assertThat(kept.basis().piece())
                .isEqualTo(ShippedData.BENCHMARKS.piece(Platform.INSTAGRAM, ContentFormat.STORY));
        assertThat(kept.impressions()).isCloseTo(3_982.2 * STORY, within(0.1));
    }

    @Test
    void shouldRefuseATableWithMoreThanTheIndexKeeps() {
        // Given
        Piece.Ratio twice = new Piece.Ratio(2, 1, 0, 0);

        // Then
        assertThatThrownBy(() -> new EngagementBenchmarks(
                        "v",
                        List.of(),
                        Map.of(),
                        Map.of(Platform.INSTAGRAM, Map.of(ContentFormat.REEL, twice)),
                        new Piece.Ratio(1, 1, 0, 0)))
                .hasMessage(
                        "INSTAGRAM REEL brings 2.0 of a post's impressions and 1.0 of its interactions: must be 1, or at"
                                + " most 1 of a story");
    }

    private static CandidateBuilder measured() {
        return candidate(1).account(Platform.INSTAGRAM, 8_000L, 0.05).source(MetricSource.NETWORK);
    }

    private static BriefBuilder wanting(ContentFormat... formats) {
        return brief().conditions(Asked.formats(formats));
    }

    private static Offer offer(CandidateBuilder creator, BriefBuilder brief) {
        return ShippedData.match(brief.build(), List.of(creator.build()), 1)
                .ranking()
                .getFirst()
                .offer();
    }
}
