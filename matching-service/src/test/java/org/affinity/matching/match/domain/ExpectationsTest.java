package org.affinity.matching.match.domain;

import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;

import static org.affinity.matching.match.domain.BriefBuilder.brief;
import static org.affinity.matching.match.domain.CandidateBuilder.candidate;
import static org.assertj.core.api.Assertions.assertThat;

class ExpectationsTest {

    @Test
    void shouldExpectNothingOfViewsThatFollowersCannotHaveBrought() {
        // Given: the total of all videos where the mean of a post should stand
        Account mistaken = account(40, null, 5_000_000L);
        Account viral = account(40, null, 4_000L);

        // When
        Expectation ofMistaken = ShippedData.EXPECTATIONS.of(mistaken);
        Expectation ofViral = ShippedData.EXPECTATIONS.of(viral);

        // Then
        assertThat(ofMistaken).isEqualTo(ShippedData.EXPECTATIONS.of(account(40, null, null)));
        assertThat(ofMistaken.impressions()).isLessThan(40);
        assertThat(ofViral.impressions()).isEqualTo(4_000);
        assertThat(PanelCandidate.Basis.of(mistaken, ofMistaken).viewsKnown()).isFalse();
        assertThat(PanelCandidate.Basis.of(viral, ofViral).viewsKnown()).isTrue();
    }

    @Test
    void shouldSayWhyViewsDoNotCount() {
        // Given
        CandidateBuilder mistaken = candidate(1).account(Platform.INSTAGRAM, 40L, null, 5_000_000L);

        // When
        Contribution size = Explained.part(Signal.AUDIENCE_SIZE, mistaken, brief());

        // Then
        assertThat(size.evidence().text())
                .startsWith("40 followers: about 26 impressions and 3 interactions a post")
                .endsWith("; 5000000 views a post are more than 100 a follower and say nothing of the next one");
    }

    @Test
    void shouldSayWhyFewerViewsThanInteractionsDoNotCount() {
        // Given
        CandidateBuilder pictures = candidate(1).account(Platform.INSTAGRAM, 10_000L, 0.05, 100L);

        // When
        Contribution size = Explained.part(Signal.AUDIENCE_SIZE, pictures, brief());

        // Then
        assertThat(size.evidence().text())
                .endsWith("; 100 views a post are fewer than the interactions, and whoever reacts has seen the post");
    }

    @Test
    void shouldNeverExpectMoreInteractionsThanImpressions() {
        // Given: no videos, so no views, of an account whose pictures are liked
        Account pictures = account(50_000, 0.05, 0L);

        // When
        Expectation expectation = ShippedData.EXPECTATIONS.of(pictures);

        // Then
        assertThat(expectation.interactions()).isGreaterThan(2_000);
        assertThat(expectation.impressions()).isEqualTo(expectation.interactions());
    }

    @Test
    void shouldCallARateUnknownThatSaysNothing() {
        // Given
        Account artefact = account(40, 3.5, null);

        // When
        PanelCandidate.Basis basis = PanelCandidate.Basis.of(artefact, ShippedData.EXPECTATIONS.of(artefact));

        // Then
        assertThat(basis.rateKnown()).isFalse();
    }

    @Test
    void shouldCallARateUnknownWhereNothingIsKnownOfThePeers() {
        // Given
        Account few = account(Platform.FACEBOOK, 8_000, 0.01, null);
        Account many = account(Platform.FACEBOOK, 8_000, 0.09, null);

        // When
        Expectation ofFew = ShippedData.EXPECTATIONS.of(few);
        Expectation ofMany = ShippedData.EXPECTATIONS.of(many);

        // Then
        assertThat(ofFew).isEqualTo(ofMany);
        assertThat(PanelCandidate.Basis.of(many, ofMany).rateKnown()).isFalse();
    }

    @Test
    void shouldCallViewsUnknownThatAreFewerThanTheReactions() {
        // Given
        Account pictures = account(10_000, 0.05, 100L);
        Account videos = account(10_000, 0.05, 5_000L);

        // When
        PanelCandidate.Basis ofPictures = PanelCandidate.Basis.of(pictures, ShippedData.EXPECTATIONS.of(pictures));
        PanelCandidate.Basis ofVideos = PanelCandidate.Basis.of(videos, ShippedData.EXPECTATIONS.of(videos));

        // Then
        assertThat(ofPictures.viewsKnown()).isFalse();
        assertThat(ofVideos.viewsKnown()).isTrue();
    }

    private static Account account(long followers, Double engagementRate, Long averageViews) {
        return account(Platform.INSTAGRAM, followers, engagementRate, averageViews);
    }

    private static Account account(Platform platform, long followers, Double engagementRate, Long averageViews) {
        return candidate(1)
                .account(platform, followers, engagementRate, averageViews)
                .build()
                .accounts()
                .getFirst();
    }
}
