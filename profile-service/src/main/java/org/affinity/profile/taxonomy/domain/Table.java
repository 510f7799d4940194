package org.affinity.profile.taxonomy.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of tab-separated texts among the resources. */
final class Table {

    /** First cells of the lines that are headings. */
    private static final List<String> HEADINGS = List.of("Taxonomy", "Category");

    private Table() {}

    /** The rows of a table, without its headings. */
    static List<List<String>> read(String name) {
        try (InputStream file = Table.class.getResourceAsStream("/taxonomy/" + name);
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .filter(row -> !HEADINGS.contains(row.getFirst()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
