package org.affinity.kit.code;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A tree of categories that all services go by, read from a table in the folder {@code taxonomy} of this module's
 * resources, and which of them a free text names. Nothing is guessed: a text that no table has leads nowhere.
 */
public final class Taxonomy {

    /** First cells of the lines that are headings. */
    private static final Set<String> HEADINGS = Set.of("Relational ID System", "Unique ID", "Category", "");

    private static final Set<String> FILLERS =
            Set.of("and", "et", "the", "de", "la", "le", "les", "des", "du", "d", "l");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What content is about; texts name its categories in French and English. */
    public static final Taxonomy CONTENT = new Taxonomy(table("iab-content-3.1"), table("topic-aliases"));

    private static final Map<String, Taxonomy> WITHOUT_ALIASES = new ConcurrentHashMap<>();

    private final SequencedMap<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> idsByKey = new HashMap<>();

    /**
     * @param rows id, id of the parent (empty, or its own, at the top) and name of each category
     * @param aliases id and texts that name the category, separated by {@code |}; they prevail over names of categories
     */
    private Taxonomy(List<List<String>> rows, List<List<String>> aliases) {
        Set<String> ambiguous = new TreeSet<>();
        rows.forEach(row -> {
            String id = row.getFirst();
            names.put(id, row.get(2).strip());
            if (!row.get(1).isEmpty() && !row.get(1).equals(id)) {
                parents.put(id, row.get(1));
            }
            if (idsByKey.put(key(row.get(2)), id) != null) {
                ambiguous.add(key(row.get(2)));
            }
        });
        idsByKey.keySet().removeAll(ambiguous);
        aliases.forEach(row -> {
            for (String alias : row.get(1).split("\\|", -1)) {
                idsByKey.put(key(alias), row.getFirst());
            }
        });
    }

    /** The taxonomy of that table, in which texts name categories by their own names alone. */
    public static Taxonomy of(String table) {
        return WITHOUT_ALIASES.computeIfAbsent(table, name -> new Taxonomy(table(name), List.of()));
    }

    private static List<List<String>> table(String name) {
        try (InputStream file = Taxonomy.class.getResourceAsStream("/taxonomy/" + name + ".tsv");
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .filter(row -> !HEADINGS.contains(row.getFirst()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** The id of every category, in the order of the table. */
    public SequencedSet<String> ids() {
        return Collections.unmodifiableSequencedSet(names.sequencedKeySet());
    }

    /** The name of a category, or its id when nobody knows it. */
    public String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /** A category, known or not, first, and all above it, up to the topmost. */
    public SequencedSet<String> lineage(String id) {
        SequencedSet<String> lineage = new LinkedHashSet<>();
        for (String at = id; at != null && lineage.add(at); at = parents.get(at)) {
            // The next one up.
        }
        return lineage;
    }

    /** The id of the category that a text names. */
    public Optional<String> named(String text) {
        return Optional.ofNullable(idsByKey.get(key(text)));
    }

    /**
     * Whether all that the narrow text is about, the broad one is about, too: both are the same words, or the category
     * that the broad one names is that of the narrow one or above it.
     */
    public boolean covers(String broad, String narrow) {
        return key(broad).equals(key(narrow))
                || named(broad)
                        .filter(above -> named(narrow).stream()
                                .anyMatch(id -> lineage(id).contains(above)))
                        .isPresent();
    }

    /** Words without accents, fillers and the s of the plural, so that "Food & Drinks" is "food and drink". */
    private static String key(String text) {
        String words = BETWEEN_WORDS
                .splitAsStream(NameKey.folded(text))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : words;
    }

    /** An id of a taxonomy. */
    @Constraint(validatedBy = KnownId.Validator.class)
    @Target({
        ElementType.FIELD,
        ElementType.PARAMETER,
        ElementType.RECORD_COMPONENT,
        ElementType.METHOD,
        ElementType.TYPE_USE
    })
    @Retention(RetentionPolicy.RUNTIME)
    public @interface KnownId {

        /** The taxonomy: the name of its table. */
        String taxonomy();

        /** Text for the caller. */
        String message() default "must be an id of {taxonomy}; GET /v1/taxonomies/{taxonomy}/categories lists them";

        /** Validation groups. */
        Class<?>[] groups() default {};

        /** Validation payload. */
        Class<? extends Payload>[] payload() default {};

        /** Knows the ids; null is left to {@code @NotNull}. */
        final class Validator implements ConstraintValidator<KnownId, String> {

            private Set<String> ids = Set.of();

            @Override
            public void initialize(KnownId known) {
                ids = Taxonomy.of(known.taxonomy()).ids();
            }

            @Override
            public boolean isValid(String value, ConstraintValidatorContext context) {
                return value == null || ids.contains(value);
            }
        }
    }
}
