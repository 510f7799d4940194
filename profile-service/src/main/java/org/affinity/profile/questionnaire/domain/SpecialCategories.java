package org.affinity.profile.questionnaire.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.PlainWords;

/**
 * Words that name special categories of personal data (GDPR art. 9), which no question, field, column or event may ask
 * for. A name is split into its words, whatever the case style and the accents; an entry matches whole words only, one
 * that ends in {@code *} also their inflections.
 *
 * @param categories entries by category, in English and French
 * @param allowed names and texts that may contain such a word, each with the reason
 */
public record SpecialCategories(Map<String, List<String>> categories, List<Allowed> allowed) {

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}0-9])(?=\\p{Lu})");

    public SpecialCategories {
        categories = Map.copyOf(categories);
        allowed = allowed == null ? List.of() : List.copyOf(allowed);
    }

    /** What a name or text says of a special category; empty when nothing or when it is allowed. */
    public Optional<Finding> find(String name) {
        if (allowed.stream().anyMatch(entry -> entry.name().equals(name))) {
            return Optional.empty();
        }
        String words = " " + PlainWords.of(HUMP.matcher(name).replaceAll(" ")) + " ";
        return categories.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(category -> category.getValue().stream()
                        .filter(entry -> matches(words, entry))
                        .map(entry -> new Finding(category.getKey(), entry, name)))
                .findFirst();
    }

    private static boolean matches(String words, String entry) {
        boolean open = entry.endsWith("*");
        String plain = PlainWords.of(entry).toLowerCase(Locale.ROOT);
        return words.contains(" " + plain + (open ? "" : " "));
    }

    /** A name that may stand although it contains a listed word. */
    public record Allowed(String name, String reason) {

        public Allowed {
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException(name + " is allowed without a reason");
            }
        }
    }

    /** A name that asks for special-category data. */
    public record Finding(String category, String entry, String name) {

        @Override
        public String toString() {
            return "\"" + name + "\" names " + category + " (" + entry + ")";
        }
    }
}
