package org.affinity.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns the JSON lines that services log into lines for people. */
final class LogLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIME_FROM = 11;
    private static final int TIME_TO = 23;

    private LogLines() {}

    /** The end of a log, readable. */
    static String tail(Path log, int lines) throws IOException {
        List<String> all = Files.readAllLines(log);
        return String.join(
                "\n",
                all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                        .map(LogLines::readable)
                        .toList());
    }

    /** One line: time, level, message, and the messages of the exception and its causes; other text stays as it is. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String timestamp = entry.path("timestamp").asText();
            List<String> texts = new ArrayList<>();
            texts.add((timestamp.length() > TIME_TO ? timestamp.substring(TIME_FROM, TIME_TO) : timestamp) + " "
                    + entry.path("level").asText() + " " + entry.path("message").asText());
            JsonNode exception = entry.path("exception");
            while (exception.has("message")) {
                texts.add("  caused by " + exception.path("exceptionType").asText() + ": "
                        + exception.path("message").asText().replace("\n", " "));
                exception = exception.path("causedBy").path("exception");
            }
            return String.join("\n", texts);
        } catch (IOException notJson) {
            return line;
        }
    }
}
