package org.affinity.profile.creator.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.affinity.kit.json.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one piece of content costs.
 *
 * @param price for one piece, before tax
 * @param minimumOrder least that a whole collaboration must come to, in the same currency; null when there is none
 * @param usageRightsDays days during which the brand may show the content itself, included in the price; 0 is never,
 *     null not stated
 * @param paidAmplification whether the price includes that the brand advertises with the post; null when not stated
 */
@Schema(description = "What one piece of content costs; before tax.")
public record RateCardLine(
        @Schema(description = "Platform of the content. More values may come.", examples = "INSTAGRAM") @NotNull
        Platform platform,

        @Schema(description = "Kind of content. More values may come.", examples = "REEL") @NotNull
        ContentFormat format,

        @Schema(description = "Price of one piece, before tax.") @NotNull @Valid
        Money price,

        @Schema(
                description = "Least that a collaboration must come to, in the same currency; null when there is none.",
                nullable = true)
        @Valid
        Money minimumOrder,

        @Schema(
                description = "Days during which the brand may show the content itself, included in the price; 0 is"
                        + " never, null not stated.",
                nullable = true,
                examples = "30")
        @Min(0)
        @Max(36_500)
        Integer usageRightsDays,

        @Schema(
                description = "Whether the price includes that the brand advertises with the post; null when not"
                        + " stated.",
                nullable = true,
                examples = "false")
        Boolean paidAmplification) {}
