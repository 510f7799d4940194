package org.affinity.campaign.brief.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.brief.domain.PanelOptions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

@Schema(
        name = "PanelOptions",
        description = "What the proposed panel has to keep to besides budget and maxCreators. Everything may be left"
                + " out.")
record PanelOptionsBody(
        @Schema(
                description = "Creators who have to be in the panel, whatever their score.",
                nullable = true,
                examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\"]")
        @Size(max = 1000)
        @UniqueElements
        List<@NotNull UUID> mustInclude,

        @Schema(
                description = "Creators who must not be in the panel.",
                nullable = true,
                examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12\"]")
        @Size(max = 1000)
        @UniqueElements
        List<@NotNull UUID> exclude,

        @Schema(description = "Least and most creators of a kind.", nullable = true) @Size(max = 20)
        List<@NotNull @Valid QuotaBody> quotas,

        @Schema(
                description = "Least share of small creators (tiers PROXIMITY and NANO), from 0 to 1.",
                nullable = true,
                examples = "0.5")
        @DecimalMin("0")
        @DecimalMax("1")
        BigDecimal minSmallShare,

        @Schema(
                description =
                        "Most of the budget that one creator may take, above 0 and up to 1; up to matching when left out.",
                nullable = true,
                examples = "0.4")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        BigDecimal maxShareOfBudget,

        @Schema(description = "Measured overlaps of the audiences of two creators.", nullable = true) @Size(max = 1000)
        List<@NotNull @Valid OverlapBody> overlaps) {

    /** Least and most creators of one kind. */
    @Schema(
            name = "PanelQuota",
            description =
                    "How many creators of the panel have one value. A creator whose value is unknown counts towards"
                            + " none. The gender of creators is not known of any, their area of those who say what it is"
                            + " like where they live.")
    record QuotaBody(
            @Schema(description = "What is looked at.", examples = "TIER") @NotNull
            PanelOptions.Dimension dimension,

            @Schema(
                    description =
                            "The value: a tier, a country (ISO 3166-1 alpha-2), a platform, a gender (FEMALE, MALE, OTHER),"
                                    + " an area (RURAL, URBAN).",
                    examples = "NANO")
            @NotBlank
            @Size(max = 50)
            String value,

            @Schema(
                    description = "Least creators; 0 when left out. A quota has min, max or both.",
                    nullable = true,
                    examples = "2")
            @Min(0)
            @Max(1000)
            Integer min,

            @Schema(
                    description = "Most creators; any when left out. A quota has min, max or both.",
                    nullable = true,
                    examples = "5")
            @Min(0)
            @Max(1000)
            Integer max) {}

    /** A measured overlap. */
    @Schema(name = "PanelOverlap", description = "How many people in the target two creators both reach.")
    record OverlapBody(
            @Schema(description = "One creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11") @NotNull
            UUID oneCreatorId,

            @Schema(description = "The other creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12") @NotNull
            UUID otherCreatorId,

            @Schema(description = "People whom both reach.", examples = "1200")
            @NotNull
            @DecimalMin("0")
            @DecimalMax(
                    value = "5500000000",
                    message = "must be at most {value}, as many as people are online (ITU, Facts and Figures 2024)")
            BigDecimal people) {}

    static PanelOptionsBody of(PanelOptions options) {
        return options == null
                ? null
                : new PanelOptionsBody(
                        options.mustInclude(),
                        options.exclude(),
                        options.quotas().stream()
                                .map(quota -> new QuotaBody(quota.dimension(), quota.value(), quota.min(), quota.max()))
                                .toList(),
                        options.minSmallShare(),
                        options.maxShareOfBudget(),
                        options.overlaps().stream()
                                .map(overlap -> new OverlapBody(
                                        overlap.oneCreatorId(), overlap.otherCreatorId(), overlap.people()))
                                .toList());
    }

    static PanelOptions toDomain(PanelOptionsBody options) {
        return options == null
                ? null
                : new PanelOptions(
                        options.mustInclude,
                        options.exclude,
                        AudienceBody.listed(options.quotas).stream()
                                .map(quota -> new PanelOptions.Quota(
                                        quota.dimension(), quota.value(), quota.min(), quota.max()))
                                .toList(),
                        options.minSmallShare,
                        options.maxShareOfBudget,
                        AudienceBody.listed(options.overlaps).stream()
                                .map(overlap -> new PanelOptions.Overlap(
                                        overlap.oneCreatorId(), overlap.otherCreatorId(), overlap.people()))
                                .toList());
    }
}
