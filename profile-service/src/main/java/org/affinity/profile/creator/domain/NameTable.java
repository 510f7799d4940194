package org.affinity.profile.creator.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the code of something by its code or by one of its English or French names. The names are data of our own:
 * those of the Java platform change with its version.
 *
 * <p>A line of the table holds code, longer code, English name, French name and other spellings separated by {@code |},
 * with a tab between two of them; lines that begin with {@code #} are comments.
 */
final class NameTable {

    private static final int COLUMNS = 5;
    private static final Set<String> FILLERS =
            Set.of("and", "et", "the", "of", "de", "du", "des", "d", "la", "le", "les", "l");
    private static final Set<String> SAINTS = Set.of("saint", "sainte", "ste");

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private NameTable() {}

    /** A line of the table. */
    record Entry(String code, String longCode, String english, String french, List<String> aliases) {}

    /** Reads the table of this name from the class path. */
    static NameTable read(String resource) {
        var table = new NameTable();
        try (InputStream content = Objects.requireNonNull(NameTable.class.getResourceAsStream(resource));
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of what this text names, whatever the case, accents and punctuation. */
    Optional<String> codeOf(String text) {
        String words = PlainWords.of(text);
        String code = codes.get(words);
        return Optional.ofNullable(code == null ? names.get(essence(words)) : code);
    }

    /** What the table says of a code. */
    Optional<Entry> entry(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("A line of the table has not " + COLUMNS + " columns: " + line);
        }
        List<String> aliases = cells[4].isEmpty() ? List.of() : List.of(cells[4].split("\\|", -1));
        entries.put(cells[0], new Entry(cells[0], cells[1], cells[2], cells[3], aliases));
        codes.put(cells[0].toLowerCase(Locale.ROOT), cells[0]);
        codes.put(cells[1].toLowerCase(Locale.ROOT), cells[0]);
        for (String name : aliases) {
            names.put(essence(PlainWords.of(name)), cells[0]);
        }
        names.put(essence(PlainWords.of(cells[2])), cells[0]);
        names.put(essence(PlainWords.of(cells[3])), cells[0]);
    }

    /** The words that tell one name from another: "Antigua and Barbuda" is "Antigua & Barbuda". */
    private static String essence(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !FILLERS.contains(word))
                .map(word -> SAINTS.contains(word) ? "st" : word)
                .collect(Collectors.joining(" "));
    }
}
