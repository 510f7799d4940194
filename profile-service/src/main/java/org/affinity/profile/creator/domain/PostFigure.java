package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One kind of figure over several posts; null means unknown.
 *
 * @param mean mean per post
 * @param median median per post
 * @param sum sum over all the posts
 */
@Schema(name = "PostFigure", description = "One kind of figure over several posts; null means unknown.")
public record PostFigure(
        @Schema(description = "Mean per post.", nullable = true, examples = "320.5")
        BigDecimal mean,

        @Schema(description = "Median per post.", nullable = true, examples = "290")
        BigDecimal median,

        @Schema(description = "Sum over all the posts.", nullable = true, examples = "3846")
        Long sum) {

    public PostFigure {
        if (isNegative(mean) || isNegative(median) || (sum != null && sum < 0)) {
            throw new IllegalArgumentException("a figure below zero");
        }
        mean = canonical(mean);
        median = canonical(median);
    }

    /** The same figure with the mean that follows from the sum, or the sum that follows from the mean. */
    PostFigure completed(int posts) {
        BigDecimal count = BigDecimal.valueOf(posts);
        if (mean == null && sum != null) {
            return new PostFigure(BigDecimal.valueOf(sum).divide(count, MathContext.DECIMAL64), median, sum);
        }
        if (sum == null && mean != null) {
            return new PostFigure(mean, median, Math.round(mean.multiply(count).doubleValue()));
        }
        return this;
    }

    private static boolean isNegative(BigDecimal figure) {
        return figure != null && figure.signum() < 0;
    }

    private static BigDecimal canonical(BigDecimal figure) {
        if (figure == null) {
            return null;
        }
        BigDecimal shortest = figure.round(MathContext.DECIMAL64).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
