package org.affinity.profile.creator.domain;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an account's latest posts brought; null means unknown. A mean that is left out follows from the sum, and the sum
 * from the mean.
 *
 * @param posts number of posts behind the figures, at least one
 * @param windowDays days in which they were published
 */
@Schema(name = "PostFigures", description = "What an account's latest posts brought; null means unknown.")
public record PostFigures(
        @Schema(description = "Number of posts behind the figures.", examples = "12")
        int posts,

        @Schema(description = "Days in which they were published.", nullable = true, examples = "60")
        Integer windowDays,

        @Schema(description = "Likes.", nullable = true) PostFigure likes,

        @Schema(description = "Comments.", nullable = true) PostFigure comments,

        @Schema(description = "Shares.", nullable = true) PostFigure shares,

        @Schema(description = "Saves.", nullable = true) PostFigure saves,

        @Schema(description = "Views.", nullable = true) PostFigure views,

        @Schema(description = "Reach: people who saw a post.", nullable = true)
        PostFigure reach) {

    public PostFigures {
        if (posts < 1 || (windowDays != null && windowDays < 1)) {
            throw new IllegalArgumentException("figures of no post");
        }
        likes = completed(likes, posts);
        comments = completed(comments, posts);
        shares = completed(shares, posts);
        saves = completed(saves, posts);
        views = completed(views, posts);
        reach = completed(reach, posts);
    }

    private static PostFigure completed(PostFigure figure, int posts) {
        return figure == null ? null : figure.completed(posts);
    }
}
