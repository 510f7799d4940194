package org.affinity.campaign.brief.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.affinity.campaign.brief.domain.Audience;
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
                        @NotNull
                        @Pattern(
                                regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                                message = "must be a language tag such as fr or fr-CA")
                        String>
                languages,

        @Schema(description = "Topics of interest; kept in lower case.", examples = "[\"running\", \"outdoor\"]")
        @NotNull
        @Size(max = 50)
        @UniqueElements
        List<@NotBlank @Size(max = 100) String> topics) {

    static AudienceBody of(Audience audience) {
        return new AudienceBody(audience.countries(), audience.languages(), audience.topics());
    }

    Audience toDomain() {
        return new Audience(
                countries,
                languages,
                topics.stream()
                        .map(topic -> topic.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }
}
