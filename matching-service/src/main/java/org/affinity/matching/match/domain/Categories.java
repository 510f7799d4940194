package org.affinity.matching.match.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.BrandKey;

/**
 * The content taxonomy, the category that a topic names, and the categories that a word of a text tells of. Nothing is
 * guessed: a topic that no table names leads nowhere.
 */
public final class Categories {

    private static final Set<String> FILLERS =
            Set.of("and", "et", "the", "de", "la", "le", "les", "des", "du", "d", "l");
    /** First cells of the lines that are headings. */
    private static final List<String> HEADINGS = List.of("Relational ID System", "Unique ID", "Category", "");

    /** Shorter words are found in too many names. */
    private static final int SHORTEST_WORD_IN_NAME = 5;

    private static final int LONGEST_WORD = 16;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> byTopic = new HashMap<>();
    private final Map<String, Set<String>> byStem = new HashMap<>();
    private final Map<String, String> stemOfWord = new HashMap<>();
    private final List<String> mainCategories;
    /** Of topics met so far: an answer asks for hundreds, most of them again. */
    private final Map<String, String> topicKeys = new ConcurrentHashMap<>();

    /**
     * @param taxonomy rows of id, parent and name
     * @param aliases rows of id and topics, separated by {@code |}
     * @param words rows of id and words, separated by blanks
     */
    public Categories(
            List<List<String>> taxonomy, List<List<String>> aliases, List<List<String>> words, TextAnalysis analysis) {
        Set<String> ambiguous = new TreeSet<>();
        taxonomy.forEach(row -> {
            parents.put(row.getFirst(), row.get(1));
            names.put(row.getFirst(), row.get(2));
            if (byTopic.put(key(row.get(2)), row.getFirst()) != null) {
                ambiguous.add(key(row.get(2)));
            }
        });
        byTopic.keySet().removeAll(ambiguous);
        aliases.forEach(row -> {
            for (String alias : row.get(1).split("\\|", -1)) {
                byTopic.put(key(alias), row.getFirst());
            }
        });
        words.forEach(row -> {
            for (String word : row.get(1).split(" ", -1)) {
                analysis.stems(word).forEach(stem -> {
                    byStem.computeIfAbsent(stem, _ -> new TreeSet<>()).add(row.getFirst());
                    stemOfWord.put(BrandKey.folded(word), stem);
                });
            }
        });
        mainCategories = parents.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The tables that ship with the service. */
    public static Categories shipped(TextAnalysis analysis) {
        return new Categories(
                table("iab-content-3.1.tsv"), table("topic-aliases.tsv"), table("interest-words-1.tsv"), analysis);
    }

    private static List<List<String>> table(String name) {
        try (InputStream file = Categories.class.getResourceAsStream("/taxonomy/" + name);
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .filter(row -> !HEADINGS.contains(row.getFirst()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The category that a topic names. */
    Optional<String> named(String topic) {
        return Optional.ofNullable(byTopic.get(key(topic)));
    }

    /** What a topic is compared by: the category that it names in French or English, or else itself. */
    String topicKey(String topic) {
        String known = topicKeys.get(topic);
        if (known != null) {
            return known;
        }
        String key = named(topic).map(id -> "category:" + id).orElse(topic);
        if (topicKeys.size() < MOST_REMEMBERED) {
            topicKeys.put(topic, key);
        }
        return key;
    }

    /** Keys of topics, in their order; topics of one category are one. */
    public Set<String> topicKeys(Collection<String> topics) {
        Set<String> keys = new LinkedHashSet<>();
        topics.forEach(topic -> keys.add(topicKey(topic)));
        return Collections.unmodifiableSet(keys);
    }

    /** Categories, with all above them. */
    Set<String> withAncestors(Collection<String> ids) {
        Set<String> all = new TreeSet<>();
        for (String id : ids) {
            for (String at = id; at != null && !at.isEmpty() && all.add(at); at = parents.get(at)) {
                // The next one up.
            }
        }
        return all;
    }

    /** Categories that a stem tells of. */
    Set<String> toldBy(String stem) {
        return byStem.getOrDefault(stem, Set.of());
    }

    /** Words of the table that a name holds, written together or apart, as their stems. */
    Set<String> stemsWithin(String name) {
        String plain = BrandKey.folded(name);
        Set<String> stems = new TreeSet<>();
        for (int from = 0; from + SHORTEST_WORD_IN_NAME <= plain.length(); from++) {
            for (int to = from + SHORTEST_WORD_IN_NAME; to <= Math.min(plain.length(), from + LONGEST_WORD); to++) {
                String stem = stemOfWord.get(plain.substring(from, to));
                if (stem != null) {
                    stems.add(stem);
                }
            }
        }
        return stems;
    }

    /** The topmost category above an id; the id itself when nobody knows it. */
    String mainOf(String id) {
        String at = id;
        while (!parents.getOrDefault(at, "").isEmpty()) {
            at = parents.get(at);
        }
        return at;
    }

    /** Every topmost category, sorted. */
    List<String> mainCategories() {
        return mainCategories;
    }

    /** The name of a category, or its id when nobody knows it. */
    public String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /** Categories of topics that name one, in the order of the topics. */
    Set<String> named(Collection<String> topics) {
        Set<String> ids = new LinkedHashSet<>();
        topics.forEach(topic -> named(topic).ifPresent(ids::add));
        return Collections.unmodifiableSet(ids);
    }

    /** Words without accents, fillers and the s of the plural, so that "Food & Drinks" is "food and drink". */
    private static String key(String text) {
        return BETWEEN_WORDS
                .splitAsStream(BrandKey.folded(text))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.joining(" "));
    }
}
