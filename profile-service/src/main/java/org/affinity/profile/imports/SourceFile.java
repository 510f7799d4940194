package org.affinity.profile.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/**
 * A creator list on the local disk, with its format found out: a workbook, one JSON object per line, or delimited text,
 * each of them as it is or compressed with gzip. Read in a stream each time; memory does not grow with the file.
 */
final class SourceFile implements AutoCloseable {

    private static final int SAMPLE_SIZE = 200;
    private static final long LARGEST_SAMPLE = 4_000_000;

    private final RecordFormat format;
    private final boolean isCompressed;
    private final Path inflated;

    private SourceFile(RecordFormat format, Path inflated) {
        this.format = format;
        this.isCompressed = inflated != null;
        this.inflated = inflated;
    }

    /**
     * Opens a file.
     *
     * @param sheet sheet of a workbook, null for the first one
     * @param maxInflated bytes that a compressed file may have when it is not
     * @throws UnreadableFileException when it holds no list
     */
    static SourceFile open(Path file, String sheet, long maxInflated) {
        Path inflated = null;
        try {
            if (Compression.isCompressed(file)) {
                inflated = Compression.inflate(file, maxInflated);
            }
            return new SourceFile(format(inflated == null ? file : inflated, sheet, maxInflated), inflated);
        } catch (IOException e) {
            delete(inflated);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(inflated);
            throw e;
        }
    }

    /** The columns. */
    Header header() {
        return format.header();
    }

    /** What was found out, for the report, such as {@code CSV, delimiter ',', UTF-8}. */
    String description() {
        return format.description() + (isCompressed ? ", gzip" : "");
    }

    /** The first records, for guessing. */
    List<List<String>> sample() {
        var sample = new ArrayList<List<String>>();
        long[] characters = {0};
        forEach(row -> {
            if (row.defect() == null && !row.isBlank()) {
                sample.add(row.cells());
                characters[0] += row.length();
            }
            return sample.size() < SAMPLE_SIZE && characters[0] < LARGEST_SAMPLE;
        });
        return sample;
    }

    /**
     * Hands over each record in order while the reader asks for more.
     *
     * @throws UnreadableFileException when the rest of the file cannot be taken apart
     */
    void forEach(Predicate<RawRecord> reader) {
        try {
            format.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(inflated);
    }

    private static RecordFormat format(Path file, String sheet, long maxInflated) throws IOException {
        if (WorkbookFormat.isWorkbook(file)) {
            return WorkbookFormat.of(file, sheet, maxInflated);
        }
        TextFile text = TextFile.of(file);
        return looksLikeJson(text) ? JsonLinesFormat.of(text) : DelimitedFormat.of(text);
    }

    private static boolean looksLikeJson(TextFile text) throws IOException {
        try (Reader reader = text.reader()) {
            int character = reader.read();
            while (character >= 0 && Character.isWhitespace(character)) {
                character = reader.read();
            }
            if (character == '[') {
                throw new UnreadableFileException(
                        "The file is a JSON array; send one JSON object per line (NDJSON) instead.");
            }
            return character == '{';
        }
    }

    private static void delete(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
