package org.affinity.matching.match.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Files with real data, where the environment variable AFFINITY_TEST_DATA says they are; tests skip without it. */
final class RealData {

    /** Names the folder. */
    static final String VARIABLE = "AFFINITY_TEST_DATA";

    private RealData() {}

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(System.getenv(VARIABLE), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a CSV file by the names of its columns; cells in quotes hold no line ends. */
    static List<Map<String, String>> csv(String file) {
        List<String> lines = lines(file);
        List<String> names = cells(lines.getFirst());
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> cells = cells(line);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        row.put(names.get(i), i < cells.size() ? cells.get(i) : "");
                    }
                    return row;
                })
                .toList();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char at : line.toCharArray()) {
            if (at == '"') {
                quoted = !quoted;
            } else if (at == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(at);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** One JSON object per line. */
    static List<JsonNode> json(String file) {
        ObjectMapper json = new ObjectMapper();
        return lines(file).stream()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** A list of words as a text. */
    static String text(JsonNode words) {
        return String.join(
                " ",
                StreamSupport.stream(words.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
