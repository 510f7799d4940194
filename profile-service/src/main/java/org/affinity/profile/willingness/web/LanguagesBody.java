package org.affinity.profile.willingness.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.LanguageLevel;
import org.affinity.profile.creator.domain.Languages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Languages as sent. */
@Schema(name = "LanguagesRequest", description = "In which languages a creator makes content, and how well.")
record LanguagesBody(
        @Schema(description = "Languages, the main one first, each once.") @NotNull @Size(max = Languages.MAX_LANGUAGES)
        List<@NotNull @Valid Item> items) {

    /** The languages that the body describes, when it breaks no rule. */
    Checked checked() {
        var rules = new BrokenRules();
        List<String> languages = new ArrayList<>();
        Map<String, LanguageLevel> levels = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String at = "/items/" + i + "/language";
            Optional<String> tag = Languages.canonical(items.get(i).language);
            rules.check(
                    tag.isPresent(),
                    at,
                    "language",
                    "must be a BCP 47 tag of a language of ISO 639 such as fr or en-GB");
            if (tag.isPresent()) {
                rules.check(!languages.contains(tag.get()), at, "unique", "is the language of one before it");
                languages.add(tag.get());
                if (items.get(i).level != null) {
                    levels.put(tag.get(), items.get(i).level);
                }
            }
        }
        rules.refuse();
        return new Checked(languages, levels);
    }

    /** Languages that break no rule. */
    record Checked(List<String> languages, Map<String, LanguageLevel> levels) {

        Checked {
            languages = List.copyOf(languages);
            levels = Map.copyOf(levels);
        }
    }

    /** A language as sent. */
    @Schema(name = "LanguageItemRequest", description = "A language and its level.")
    record Item(
            @Schema(description = "BCP 47 tag.", examples = "fr") @NotBlank @Size(max = 35)
            String language,

            @Schema(
                    description = "Level of the Common European Framework, or NATIVE; left out when not said.",
                    nullable = true,
                    examples = "NATIVE")
            LanguageLevel level) {}
}
