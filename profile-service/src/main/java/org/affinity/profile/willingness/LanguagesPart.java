package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.domain.LanguageLevel;
import org.affinity.profile.creator.store.CreatorEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which languages a creator makes content, and how well. */
@Schema(name = "Languages", description = "In which languages a creator makes content, and how well.")
public record LanguagesPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "The languages of the profile, the main one first.")
        List<Item> items)
        implements Versioned {

    public LanguagesPart {
        items = List.copyOf(items);
    }

    static LanguagesPart of(CreatorEntity creator) {
        return new LanguagesPart(
                creator.id,
                creator.version,
                creator.languages.stream()
                        .map(language -> new Item(language, creator.languageLevels.get(language)))
                        .toList());
    }

    /** One language. */
    @Schema(name = "LanguageItem", description = "A language and its level.")
    public record Item(
            @Schema(description = "BCP 47 tag.", examples = "fr")
            String language,

            @Schema(
                    description = "Level of the Common European Framework, or NATIVE; null when not said.",
                    nullable = true,
                    examples = "NATIVE")
            LanguageLevel level) {}
}
