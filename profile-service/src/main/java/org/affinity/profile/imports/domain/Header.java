package org.affinity.profile.imports.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affinity.profile.creator.domain.Mojibake;

/**
 * The column names of a file, made usable: white space (line breaks too) collapsed and trimmed, characters that cannot
 * be stored replaced, and a second column of the same name called {@code Name (2)}, so that each column has a name of
 * its own.
 */
public record Header(List<String> columns) {

    public Header {
        columns = List.copyOf(columns);
    }

    /** Makes the header from the cells of the first record. */
    public static Header of(List<String> cells) {
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (String cell : cells) {
            String first = collapse(cell);
            String name = first;
            for (int occurrence = 2; !taken.add(name.toLowerCase(Locale.ROOT)); occurrence++) {
                name = first + " (" + occurrence + ")";
            }
            names.add(name);
        }
        return new Header(names);
    }

    /** Position of the column that a mapping names: exact after trimming, else whatever the case. */
    public Optional<Integer> find(String name) {
        String wanted = collapse(name);
        int exact = columns.indexOf(wanted);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(wanted)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Number of columns. */
    public int size() {
        return columns.size();
    }

    private static String collapse(String cell) {
        String storable = StorableText.of(cell);
        return Mojibake.repaired(storable)
                .orElse(storable)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
