package org.affinity.profile.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.PostFigure;
import org.affinity.profile.creator.domain.PostFigures;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An observation of an account as sent. */
@Schema(
        name = "SnapshotRequest",
        description = "What was seen of an account at one moment; what is left out is unknown.")
record SnapshotRequest(
        @Schema(description = "When it was seen; not in the future.", examples = "2026-01-15T08:00:00Z") @NotNull
        Instant observedAt,

        @Schema(
                description =
                        "Where it comes from. Creators declare (DECLARED, may be left out); partners say NETWORK or"
                                + " ESTIMATED; operators any.",
                examples = "NETWORK")
        MetricSource source,

        @Schema(description = "Number of followers.", examples = "8200")
        @Min(0)
        @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
        Long followers,

        @Schema(description = "Number of accounts that it follows.", examples = "310")
        @Min(0)
        @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
        Long following,

        @Schema(description = "Number of posts published so far.", examples = "512") @Min(0) @Max(1_000_000_000L)
        Long posts,

        @Schema(description = "When it published last.", examples = "2026-01-13T17:30:00Z")
        Instant lastPostAt,

        @Schema(
                description = "Interactions per follower, mean per post; when left out it follows from postFigures.",
                examples = "0.041")
        @Min(0)
        @Max(10_000)
        @Digits(integer = 5, fraction = 10)
        BigDecimal engagementRate,

        @Schema(description = "Mean views per post; when left out it follows from postFigures.", examples = "5400")
        @Min(0)
        @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
        Long averageViews,

        @Schema(description = "What the latest posts brought.") @Valid
        PostFiguresRequest postFigures) {

    /** Figures of posts as sent. */
    @Schema(name = "PostFiguresRequest", description = "What the latest posts brought; what is left out is unknown.")
    record PostFiguresRequest(
            @Schema(description = "Number of posts behind the figures.", examples = "12") @NotNull @Min(1) @Max(100_000)
            Integer posts,

            @Schema(description = "Days in which they were published.", examples = "60") @Min(1) @Max(36_500)
            Integer windowDays,

            @Schema(description = "Likes.") @Valid PostFigureRequest likes,

            @Schema(description = "Comments.") @Valid PostFigureRequest comments,

            @Schema(description = "Shares.") @Valid PostFigureRequest shares,

            @Schema(description = "Saves.") @Valid PostFigureRequest saves,

            @Schema(description = "Views.") @Valid PostFigureRequest views,

            @Schema(description = "Reach: people who saw a post.") @Valid
            PostFigureRequest reach) {

        PostFigures figures() {
            return new PostFigures(
                    posts,
                    windowDays,
                    figure(likes),
                    figure(comments),
                    figure(shares),
                    figure(saves),
                    figure(views),
                    figure(reach));
        }

        private static PostFigure figure(PostFigureRequest request) {
            return request == null ? null : new PostFigure(request.mean(), request.median(), request.sum());
        }
    }

    /** One kind of figure as sent. */
    @Schema(name = "PostFigureRequest", description = "One kind of figure; mean and sum follow from each other.")
    record PostFigureRequest(
            @Schema(description = "Mean per post.", examples = "320.5")
            @DecimalMin("0")
            @DecimalMax("100000000000")
            @Digits(integer = 12, fraction = 6)
            BigDecimal mean,

            @Schema(description = "Median per post.", examples = "290")
            @DecimalMin("0")
            @DecimalMax("100000000000")
            @Digits(integer = 12, fraction = 6)
            BigDecimal median,

            @Schema(description = "Sum over all the posts.", examples = "3846") @Min(0) @Max(100_000_000_000_000L)
            Long sum) {}
}
