package org.affinity.profile.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/**
 * Comma-separated text and its relatives.
 *
 * @param skipsFirst whether the first line only says what the delimiter is
 */
record DelimitedFormat(TextFile text, char delimiter, boolean skipsFirst, Header header) implements RecordFormat {

    private static final int MAX_COLUMNS = 500;

    static DelimitedFormat of(TextFile text) throws IOException {
        Delimiters.Found found = Delimiters.find(text);
        if (found.header().stream().allMatch(String::isBlank)) {
            throw new UnreadableFileException("The file has no header line with column names.");
        }
        if (found.header().size() > MAX_COLUMNS) {
            throw new UnreadableFileException("The file has more than " + MAX_COLUMNS + " columns.");
        }
        return new DelimitedFormat(text, found.delimiter(), found.isSaid(), Header.of(found.header()));
    }

    @Override
    public String description() {
        return "CSV, delimiter " + name() + ", " + text.charset().name();
    }

    @Override
    public void read(Predicate<RawRecord> receiver) throws IOException {
        try (CsvReader<CsvRecord> records = Delimiters.reader(text.reader(), delimiter)) {
            boolean skip = skipsFirst;
            long row = -1;
            for (CsvRecord record : records) {
                row = skip || (row < 0 && Delimiters.isBlank(record)) ? row : row + 1;
                skip = false;
                boolean isData = row > 0;
                if (isData && !receiver.test(record(row, record))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException("A record is too long or broken, perhaps by a quote that is not closed.");
        }
    }

    private static RawRecord record(long row, CsvRecord record) {
        List<String> cells = record.getFields();
        return new RawRecord(row, record.getStartingLineNumber(), cells, null);
    }

    private String name() {
        if (delimiter == '\t') {
            return "TAB";
        }
        return delimiter < ' ' ? "U+%04X".formatted((int) delimiter) : "'" + delimiter + "'";
    }
}
