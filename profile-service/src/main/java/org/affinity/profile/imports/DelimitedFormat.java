package org.affinity.profile.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/**
 * Comma-separated text and its relatives: the delimiter is the one under which most records have as many cells as the
 * header.
 */
record DelimitedFormat(char delimiter, Header header) implements RecordFormat {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE_SIZE = 50;
    private static final int LONGEST_RECORD = 1_000_000;
    private static final int MAX_COLUMNS = 500;

    static DelimitedFormat of(Supplier<Reader> text) {
        char best = ',';
        double bestScore = -1;
        List<String> bestHeader = List.of();
        for (char delimiter : DELIMITERS) {
            List<List<String>> sample = sample(text, delimiter);
            double score = score(sample);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
                bestHeader = sample.isEmpty() ? List.of() : sample.getFirst();
            }
        }
        if (bestHeader.stream().allMatch(String::isBlank)) {
            throw new UnreadableFileException("The file has no header line with column names.");
        }
        if (bestHeader.size() > MAX_COLUMNS) {
            throw new UnreadableFileException("The file has more than " + MAX_COLUMNS + " columns.");
        }
        return new DelimitedFormat(best, Header.of(bestHeader));
    }

    @Override
    public String description() {
        return "CSV, delimiter " + (delimiter == '\t' ? "TAB" : "'" + delimiter + "'");
    }

    @Override
    public void read(Reader text, Predicate<RawRecord> receiver) throws IOException {
        try (CsvReader<CsvRecord> records = reader(text, delimiter)) {
            long row = -1;
            for (CsvRecord record : records) {
                row = row < 0 && isBlank(record) ? row : row + 1;
                boolean isData = row > 0;
                if (isData
                        && !receiver.test(
                                new RawRecord(row, record.getStartingLineNumber(), record.getFields(), null))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException("A record is too long or broken, perhaps by a quote that is not closed.");
        }
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

    private static List<List<String>> sample(Supplier<Reader> text, char delimiter) {
        var sample = new ArrayList<List<String>>();
        try (CsvReader<CsvRecord> records = reader(text.get(), delimiter)) {
            for (CsvRecord record : records) {
                if (!isBlank(record)) {
                    sample.add(record.getFields());
                }
                if (sample.size() == SAMPLE_SIZE) {
                    break;
                }
            }
            return sample;
        } catch (CsvParseException unreadable) {
            return sample;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(text);
    }
}
