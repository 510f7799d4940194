package org.affinity.matching.lookalike.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.code.Language;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tags;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.lookalike.domain.Filters;
import org.affinity.matching.match.web.Country;
import org.affinity.matching.match.web.NamedPlatforms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Asks who is like some creators. */
@Schema(description = "Asks who is like some creators.")
record LookalikeRequest(
        @Schema(
                description = "The creators to compare with, each once.",
                examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\"]")
        @NotNull
        @Size(min = 1, max = 10)
        @UniqueElements
        List<@NotNull UUID> creatorIds,

        @Schema(description = "Who may be named; anybody when left out.", nullable = true) @Valid
        FiltersRequest filters,

        @Schema(description = "Most creators to name; 20 when left out.", nullable = true, examples = "20")
        @Min(1)
        @Max(200)
        Integer limit) {

    private static final int DEFAULT_LIMIT = 20;

    /** Who may be named. */
    @Schema(
            name = "LookalikeFilters",
            description = "Who may be named; what is left out or empty does not matter. What is not known of a creator"
                    + " does not pass.")
    record FiltersRequest(
            @Schema(
                    description =
                            "Platforms; only the account of a creator that is expected to show most is looked at.",
                    nullable = true,
                    examples = "[\"INSTAGRAM\"]")
            @Size(max = 20)
            List<@NotNull Platform> platforms,

            @Schema(description = "Audience-size classes.", nullable = true, examples = "[\"NANO\"]") @Size(max = 10)
            List<@NotNull Tier> tiers,

            @Schema(description = "Countries, ISO 3166-1 alpha-2.", nullable = true, examples = "[\"FR\"]")
            @Size(max = 50)
            List<@NotNull @Country String> countries,

            @Schema(description = "Languages, BCP 47.", nullable = true, examples = "[\"fr\"]") @Size(max = 50)
            List<
                            @NotNull @Language
                            @Pattern(
                                    regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
                                    message = "must be a BCP 47 tag such as fr")
                            String>
                    languages,

            @Schema(description = "Engagement that has to be offered.", nullable = true, examples = "GIFTED")
            EngagementType engagementType) {}

    Filters toFilters() {
        return filters == null
                ? new Filters(Set.of(), Set.of(), Set.of(), Set.of(), null)
                : new Filters(
                        set(filters.platforms()),
                        set(filters.tiers()),
                        set(filters.countries()),
                        Tags.languages(set(filters.languages())),
                        filters.engagementType());
    }

    NamedPlatforms namedPlatforms() {
        return new NamedPlatforms().list("/filters/platforms", filters == null ? null : filters.platforms());
    }

    int most() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    private static <T> Set<T> set(Collection<T> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}
