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
import org.affinity.kit.code.NameKey;
import org.affinity.kit.code.Taxonomy;

/**
 * The content taxonomy, the category that a topic names, and the categories that a word of a text tells of. Nothing is
 * guessed: a topic that no table names leads nowhere.
 */
public final class Categories {

    /** Shorter words are found in too many names. */
    private static final int SHORTEST_WORD_IN_NAME = 5;

    private static final int LONGEST_WORD = 16;
    private static final int MOST_REMEMBERED = 10_000;

    private final Taxonomy taxonomy;
    private final Map<String, Set<String>> byStem = new HashMap<>();
    private final Map<String, String> stemOfWord = new HashMap<>();
    private final List<String> mainCategories;
    /** Of topics met so far: an answer asks for hundreds, most of them again. */
    private final Map<String, String> topicKeys = new ConcurrentHashMap<>();

    /** @param words rows of id and words, separated by blanks */
    private Categories(Taxonomy taxonomy, List<List<String>> words, TextAnalysis analysis) {
        this.taxonomy = taxonomy;
        words.forEach(row -> {
            for (String word : row.get(1).split(" ", -1)) {
                analysis.stems(word).forEach(stem -> {
                    byStem.computeIfAbsent(stem, _ -> new TreeSet<>()).add(row.getFirst());
                    stemOfWord.put(NameKey.folded(word), stem);
                });
            }
        });
        mainCategories = taxonomy.ids().stream()
                .filter(id -> taxonomy.lineage(id).size() == 1)
                .sorted()
                .toList();
    }

    /** The tables that ship with the service. */
    public static Categories shipped(TextAnalysis analysis) {
        return new Categories(Taxonomy.CONTENT, interestWords(), analysis);
    }

    private static List<List<String>> interestWords() {
        try (InputStream file = Categories.class.getResourceAsStream("/taxonomy/interest-words-1.tsv");
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The words of interests cannot be read", e);
        }
    }

    /** The category that a topic names. */
    Optional<String> named(String topic) {
        return taxonomy.named(topic);
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
        ids.forEach(id -> all.addAll(taxonomy.lineage(id)));
        return all;
    }

    /** Categories that a stem tells of. */
    Set<String> toldBy(String stem) {
        return byStem.getOrDefault(stem, Set.of());
    }

    /** Words of the table that a name holds, written together or apart, as their stems. */
    Set<String> stemsWithin(String name) {
        String plain = NameKey.folded(name);
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
        return taxonomy.lineage(id).getLast();
    }

    /** Every topmost category, sorted. */
    List<String> mainCategories() {
        return mainCategories;
    }

    /** The name of a category, or its id when nobody knows it. */
    public String nameOf(String id) {
        return taxonomy.nameOf(id);
    }

    /** Categories of topics that name one, in the order of the topics. */
    Set<String> named(Collection<String> topics) {
        Set<String> ids = new LinkedHashSet<>();
        topics.forEach(topic -> named(topic).ifPresent(ids::add));
        return Collections.unmodifiableSet(ids);
    }
}
