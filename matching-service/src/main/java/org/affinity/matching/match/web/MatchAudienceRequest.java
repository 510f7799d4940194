package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.affinity.kit.code.Language;
import org.affinity.kit.code.Taxonomy.KnownId;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.domain.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The target audience. */
@Schema(name = "MatchAudience", description = "Whom the campaign wants to reach; empty lists mean anyone.")
record MatchAudienceRequest(
        @Schema(description = "Countries, ISO 3166-1 alpha-2.", examples = "[\"FR\"]") @NotNull @Size(max = 50)
        List<@NotNull @Country String> countries,

        @Schema(description = "Languages, BCP 47.", examples = "[\"fr\"]") @NotNull @Size(max = 50)
        List<
                        @NotNull @Language
                        @Pattern(
                                regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
                                message = "must be a BCP 47 tag such as fr")
                        String>
                languages,

        @Schema(description = "Topics, in lower case.", examples = "[\"cooking\", \"travel\"]") @NotNull @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> topics,

        @Schema(description = "Age bands.", nullable = true, examples = "[\"18-24\", \"65+\"]") @Size(max = 20)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "\\d{1,2}-\\d{1,3}|\\d{2}\\+",
                                message = "must be an age band such as 18-24 or 65+")
                        String>
                ageBands,

        @Schema(description = "Genders: FEMALE, MALE, OTHER.", nullable = true, examples = "[\"FEMALE\"]")
        @Size(max = 3)
        List<@NotNull @Pattern(regexp = "FEMALE|MALE|OTHER", message = "must be FEMALE, MALE or OTHER") String> genders,

        @Schema(description = "Cities.", nullable = true) @Size(max = 50)
        List<@NotNull @Valid PlaceRequest> cities,

        @Schema(
                description = "Interests, as categories of the IAB content taxonomy 3.1 (GET"
                        + " /v1/taxonomies/iab-content-3.1/categories).",
                nullable = true,
                examples = "[\"210\"]")
        @Size(max = 50)
        List<@NotNull @KnownId(taxonomy = "iab-content-3.1") String> interests,

        @Schema(
                description = "Least share, 0 to 1, of a creator's audience inside the target in each dimension that is"
                        + " named here; an audience that is not known passes; one that is short by less than 0.4 % for"
                        + " each value that is named, 4 % for each city, may pass, as shares are kept in such steps."
                        + " Countries, languages and age bands of which no shares are kept, and those that are named beside them,"
                        + " are not asked for: see notAsked.",
                nullable = true,
                examples = "0.3")
        @DecimalMin("0")
        @DecimalMax("1")
        Double minimumShare) {

    Target toTarget(String pointer) {
        for (int i = 0; ageBands != null && i < ageBands.size(); i++) {
            String[] ages = ageBands.get(i).split("-", -1);
            if (ages.length == 2 && Integer.parseInt(ages[0]) > Integer.parseInt(ages[1])) {
                throw DomainException.invalid(
                        pointer + "/ageBands/" + i, "ageOrder", "must go from the lower age to the higher");
            }
        }
        return new Target(
                ageBands == null ? null : new HashSet<>(ageBands),
                genders == null ? null : new HashSet<>(genders),
                cities == null
                        ? null
                        : cities.stream().map(PlaceRequest::toDomain).collect(Collectors.toSet()),
                interests == null ? null : new HashSet<>(interests),
                minimumShare);
    }
}
