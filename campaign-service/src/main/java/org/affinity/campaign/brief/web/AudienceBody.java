package org.affinity.campaign.brief.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.affinity.campaign.brief.domain.Audience;
import org.affinity.kit.code.Language;
import org.affinity.kit.code.Taxonomy.KnownId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

@Schema(description = "Whom the campaign wants to reach; an empty list means that it does not matter.")
record AudienceBody(
        @Schema(description = "Countries as ISO 3166-1 alpha-2 codes.", examples = "[\"FR\", \"BE\"]")
        @NotNull
        @Size(max = 50)
        @UniqueElements
        List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as FR") String> countries,

        @Schema(description = "Languages as BCP 47 tags.", examples = "[\"fr\"]")
        @NotNull
        @Size(max = 50)
        @UniqueElements
        List<
                        @NotNull @Language
                        @Pattern(
                                regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                                message = "must be a language tag such as fr or fr-CA")
                        String>
                languages,

        @Schema(description = "Topics of interest; kept in lower case.", examples = "[\"running\", \"outdoor\"]")
        @NotNull
        @Size(max = 50)
        @UniqueElements
        List<@NotBlank @Size(max = 100) String> topics,

        @Schema(description = "Age bands.", nullable = true, examples = "[\"18-24\", \"65+\"]")
        @Size(max = 20)
        @UniqueElements
        List<
                        @NotNull
                        @Pattern(
                                regexp = "\\d{1,2}-\\d{1,3}|\\d{2}\\+",
                                message = "must be an age band such as 18-24 or 65+")
                        String>
                ageBands,

        @Schema(description = "Genders: FEMALE, MALE, OTHER.", nullable = true, examples = "[\"FEMALE\"]")
        @Size(max = 3)
        @UniqueElements
        List<@NotNull @Pattern(regexp = "FEMALE|MALE|OTHER", message = "must be FEMALE, MALE or OTHER") String> genders,

        @Schema(description = "Cities.", nullable = true) @Size(max = 50) @UniqueElements
        List<@NotNull @Valid PlaceBody> cities,

        @Schema(
                description = "Interests, as categories of the IAB content taxonomy 3.1 (GET"
                        + " /v1/taxonomies/iab-content-3.1/categories).",
                nullable = true,
                examples = "[\"210\"]")
        @Size(max = 50)
        @UniqueElements
        List<@NotNull @KnownId(taxonomy = "iab-content-3.1") String> interests,

        @Schema(
                description = "Least share, 0 to 1, of a creator's audience inside the target in each dimension that is"
                        + " named here; an audience that is not known passes.",
                nullable = true,
                examples = "0.3")
        @DecimalMin("0")
        @DecimalMax("1")
        BigDecimal minimumShare) {

    static AudienceBody of(Audience audience) {
        return new AudienceBody(
                audience.countries(),
                audience.languages(),
                audience.topics(),
                audience.ageBands(),
                audience.genders(),
                audience.cities().stream().map(PlaceBody::of).toList(),
                audience.interests(),
                audience.minimumShare());
    }

    Audience toDomain() {
        return new Audience(
                countries,
                languages,
                lowerCase(topics),
                ageBands,
                genders,
                listed(cities).stream().map(PlaceBody::toDomain).toList(),
                interests,
                minimumShare);
    }

    static List<String> lowerCase(List<String> topics) {
        return listed(topics).stream()
                .map(topic -> topic.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    static <T> List<T> listed(List<T> values) {
        return values == null ? List.of() : values;
    }
}
