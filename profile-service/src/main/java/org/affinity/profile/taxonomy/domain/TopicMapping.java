package org.affinity.profile.taxonomy.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the content category of a free topic: by the category's own name when only one has it, else by a table of
 * French and English aliases. Nothing is guessed, and no topic leads to a sensitive category.
 */
public final class TopicMapping {

    private static final Set<String> FILLERS =
            Set.of("and", "et", "the", "de", "la", "le", "les", "des", "du", "d", "l");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> CATEGORIES = categories();

    private TopicMapping() {}

    /** The id of the category that a topic names. */
    public static Optional<String> categoryOf(String topic) {
        return Optional.ofNullable(CATEGORIES.get(key(topic)));
    }

    private static Map<String, String> categories() {
        Map<String, String> ids = new HashMap<>();
        Set<String> ambiguous = new TreeSet<>();
        for (Category category : Taxonomies.CONTENT.categories()) {
            if (!category.sensitive() && ids.put(key(category.name()), category.id()) != null) {
                ambiguous.add(key(category.name()));
            }
        }
        ids.keySet().removeAll(ambiguous);
        for (List<String> row : Table.read("topic-aliases.tsv")) {
            Arrays.stream(row.get(1).split("\\|", -1)).forEach(alias -> ids.put(key(alias), row.getFirst()));
        }
        ids.remove("");
        return Map.copyOf(ids);
    }

    /** Words without accents, fillers and the s of the plural, so that "Food & Drinks" is "food and drink". */
    private static String key(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.joining(" "));
    }
}
