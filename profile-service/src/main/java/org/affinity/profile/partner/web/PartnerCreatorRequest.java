package org.affinity.profile.partner.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.web.CreatorRequest;
import org.affinity.profile.creator.web.CreatorRequest.AccountRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner says of a creator, as sent and as kept. */
@Schema(name = "PartnerCreatorRequest", description = "What a partner says of a creator; what is left out is unknown.")
record PartnerCreatorRequest(
        @Schema(description = "Name of the creator.", examples = "Léa cuisine") @NotBlank @Size(max = 200)
        String displayName,

        @Schema(description = "Country of residence, ISO 3166 alpha-2.", nullable = true, examples = "FR")
        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 alpha-2 code such as FR")
        String country,

        @Schema(description = "Languages of the content, BCP 47.", examples = "[\"fr\", \"en-GB\"]") @Size(max = 20)
        List<@NotBlank @Size(max = 35) String> languages,

        @Schema(description = "Year of birth; never shown to brands.", nullable = true, examples = "1994")
        Integer birthYear,

        @Schema(description = "What the creator publishes about; kept in lowercase.", examples = "[\"food\", \"home\"]")
        @Size(max = 50)
        List<@NotBlank @Size(max = 80) String> topics,

        @Schema(description = "Accounts, at least one, each platform and handle once.") @NotEmpty @Size(max = 30)
        List<@NotNull @Valid AccountRequest> accounts,

        @Schema(
                description = "What the creator says of themself, up to 2,000 characters.",
                nullable = true,
                examples = "Soups & seasons, cooked in Lyon.")
        @Size(max = CreatorProfile.MAX_BIO_LENGTH)
        String bio,

        @Schema(description = "Where the figures come from; ESTIMATED when left out.", examples = "NETWORK")
        MetricSource source) {

    PartnerCreatorRequest {
        languages = languages == null ? List.of() : languages;
        topics = topics == null ? List.of() : topics;
        source = source == null ? MetricSource.ESTIMATED : source;
    }

    /** The same, as if the creator had said it. */
    CreatorRequest asCreatorRequest() {
        return new CreatorRequest(displayName, country, languages, birthYear, null, topics, accounts, List.of(), bio);
    }

    /** Keeps the person's data out of logs. */
    @Override
    public String toString() {
        return "PartnerCreatorRequest[]";
    }
}
