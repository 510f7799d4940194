package org.affinity.profile.creator.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator says of themself, as sent. */
@Schema(name = "CreatorRequest", description = "A creator's whole profile; what is left out is unknown.")
public record CreatorRequest(
        @Schema(description = "Name that brands see.", examples = "Léa cuisine") @NotBlank @Size(max = 200)
        String displayName,

        @Schema(description = "Country of residence, ISO 3166 alpha-2.", examples = "FR")
        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 alpha-2 code such as FR")
        String country,

        @Schema(description = "Languages of the content, BCP 47.", examples = "[\"fr\", \"en-GB\"]") @Size(max = 20)
        List<@NotBlank @Size(max = 35) String> languages,

        @Schema(description = "Year of birth; never shown to brands.", examples = "1994")
        Integer birthYear,

        @Schema(description = "IANA time zone.", examples = "Europe/Paris") @Size(max = 64)
        String timeZone,

        @Schema(description = "What the creator publishes about; kept in lowercase.", examples = "[\"food\", \"home\"]")
        @Size(max = 50)
        List<@NotBlank @Size(max = 80) String> topics,

        @Schema(
                description = "Accounts, each platform and handle once. May be empty when the creator is about to claim"
                        + " accounts that were imported.")
        @NotNull
        @Size(max = 30)
        List<@NotNull @Valid AccountRequest> accounts,

        @Schema(description = "Kinds of engagement that the creator accepts, each once.") @Size(max = 4)
        List<@NotNull @Valid AvailabilityRequest> availability,

        @Schema(
                description = "What the creator says of themself, up to 2,000 characters.",
                examples = "Soups & seasons, cooked in Lyon.")
        @Size(max = CreatorProfile.MAX_BIO_LENGTH)
        String bio) {

    public CreatorRequest {
        languages = languages == null ? List.of() : languages;
        topics = topics == null ? List.of() : topics;
        availability = availability == null ? List.of() : availability;
    }

    /** Keeps the person's name and birth year out of logs. */
    @Override
    public String toString() {
        return "CreatorRequest[]";
    }

    /** An account as sent. */
    @Schema(name = "AccountRequest", description = "An account with the creator's own figures.")
    public record AccountRequest(
            @Schema(description = "Platform of the account.", examples = "INSTAGRAM") @NotNull
            Platform platform,

            @Schema(
                    description =
                            "Handle, with or without @: letters, digits, dots, underscores and hyphens. On YOUTUBE, BLOG and"
                                    + " PODCAST the name of a channel that has none.",
                    examples = "lea.cuisine")
            @NotNull
            @Pattern(
                    regexp = Handle.ANY_PATTERN,
                    message = "must have 1 to 100 letters, digits, dots, underscores or hyphens")
            String handle,

            @Schema(description = "Number of followers.", nullable = true, examples = "8200")
            @Min(0)
            @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
            Long followers,

            @Schema(
                    description = "Interactions per follower, mean per post; kept only when there are followers.",
                    nullable = true,
                    examples = "0.041")
            @Min(0)
            @Max(10_000)
            @Digits(integer = 5, fraction = 10)
            BigDecimal engagementRate,

            @Schema(description = "Mean views per post.", nullable = true, examples = "5400")
            @Min(0)
            @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
            Long averageViews) {}

    /** A kind of engagement as sent. */
    @Schema(name = "AvailabilityRequest", description = "A kind of engagement that the creator accepts.")
    public record AvailabilityRequest(
            @Schema(description = "Kind of engagement.", examples = "PAID") @NotNull
            EngagementType engagementType,

            @Schema(
                    description =
                            "What one collaboration costs, with the decimals of the currency; null when not said.")
            @Valid
            Money fee,

            @Schema(
                    description = "When and how much. When left out, the terms that this kind of engagement has stay.",
                    nullable = true)
            @Valid
            EngagementTerms terms) {}
}
