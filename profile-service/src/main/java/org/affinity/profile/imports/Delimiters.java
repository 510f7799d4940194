package org.affinity.profile.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out what separates the cells of a text: what its first line says ({@code sep=;}, as spreadsheets write it),
 * else the usual delimiter under which most records have as many cells as the header, else a rarer one under which
 * nearly all have.
 */
final class Delimiters {

    private static final char[] USUAL = {',', ';', '\t', '|'};
    private static final char[] RARE = {'^', '~', ':', '\u0001', '\u001f', '\u00a6', '\u00a7', '#', '*', '!'};
    private static final Pattern SAID = Pattern.compile("sep=(.)", Pattern.CASE_INSENSITIVE);
    private static final double NEARLY_ALL = 0.9;
    private static final int SAMPLE_SIZE = 50;
    private static final int LONGEST_RECORD = 1_000_000;
    private static final int LONGEST_HINT = 8;

    private Delimiters() {}

    /** What was found out: the delimiter, the cells of the header, and whether the first line only names the former. */
    record Found(char delimiter, List<String> header, boolean isSaid) {}

    static Found find(TextFile text) throws IOException {
        Character said = said(text);
        if (said != null) {
            List<List<String>> sample = sample(text, said, true);
            return new Found(said, sample.isEmpty() ? List.of() : sample.getFirst(), true);
        }
        Found best = null;
        double bestScore = -1;
        for (char delimiter : USUAL) {
            List<List<String>> sample = sample(text, delimiter, false);
            double score = score(sample);
            if (score > bestScore) {
                best = new Found(delimiter, sample.isEmpty() ? List.of() : sample.getFirst(), false);
                bestScore = score;
            }
        }
        if (bestScore > 0) {
            return best;
        }
        for (char delimiter : RARE) {
            List<List<String>> sample = sample(text, delimiter, false);
            double score = score(sample);
            if (score > Math.max(bestScore, NEARLY_ALL)) {
                best = new Found(delimiter, sample.getFirst(), false);
                bestScore = score;
            }
        }
        return best;
    }

    /** Reads records that this delimiter separates. */
    static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(text);
    }

    static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static Character said(TextFile text) throws IOException {
        try (var reader = new BufferedReader(text.reader())) {
            var line = new StringBuilder();
            for (int character = reader.read(); isPartOfHint(character, line); character = reader.read()) {
                line.append((char) character);
            }
            var hint = SAID.matcher(line.toString());
            return hint.matches() ? Character.valueOf(hint.group(1).charAt(0)) : null;
        }
    }

    private static boolean isPartOfHint(int character, StringBuilder line) {
        return character >= 0 && character != '\n' && character != '\r' && line.length() < LONGEST_HINT;
    }

    /** The share of records shaped like the header, more columns deciding between equals. */
    private static double score(List<List<String>> sample) {
        if (sample.isEmpty() || sample.getFirst().size() < 2) {
            return 0;
        }
        int columns = sample.getFirst().size();
        long alike = sample.stream().filter(cells -> cells.size() == columns).count();
        return (double) alike / sample.size() + columns / 1000.0;
    }

    private static List<List<String>> sample(TextFile text, char delimiter, boolean skipsFirst) throws IOException {
        var sample = new ArrayList<List<String>>();
        boolean skip = skipsFirst;
        try (CsvReader<CsvRecord> records = reader(text.reader(), delimiter)) {
            for (CsvRecord record : records) {
                if (!skip && !isBlank(record)) {
                    sample.add(record.getFields());
                }
                skip = false;
                if (sample.size() == SAMPLE_SIZE) {
                    break;
                }
            }
            return sample;
        } catch (CsvParseException unreadable) {
            return sample;
        }
    }
}
