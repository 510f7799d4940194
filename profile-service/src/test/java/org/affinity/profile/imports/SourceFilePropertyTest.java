package org.affinity.profile.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever table is written in whatever way is read as it was written. */
class SourceFilePropertyTest {

    private static final int RUNS = 400;
    private static final long SEED = Long.getLong("affinity.seed", 20_260_115L);
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Encoding> ENCODINGS = List.of(
            new Encoding(StandardCharsets.UTF_8, false),
            new Encoding(StandardCharsets.UTF_8, true),
            new Encoding(StandardCharsets.UTF_16LE, false),
            new Encoding(StandardCharsets.UTF_16LE, true),
            new Encoding(StandardCharsets.UTF_16BE, false),
            new Encoding(StandardCharsets.UTF_16BE, true),
            new Encoding(WINDOWS, false));
    private static final String WINDOWS_LETTERS = "aBzé ÀœŸ€0129.,;|\t\"'\n-_@#%";
    private static final String ALL_LETTERS = WINDOWS_LETTERS + "ł漢яع🤍";

    @TempDir
    Path folder;

    private record Encoding(Charset charset, boolean hasMark) {

        byte[] bytes(String text) {
            return ((hasMark ? "\ufeff" : "") + text).getBytes(charset);
        }
    }

    private static String cell(Random random, String letters) {
        int[] points = letters.codePoints().toArray();
        var cell = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            cell.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return cell.toString();
    }

    private static List<List<String>> table(Random random, String letters) {
        int columns = 2 + random.nextInt(6);
        var table = new ArrayList<List<String>>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            var cells = new ArrayList<String>();
            cells.add("handle" + i);
            while (cells.size() < columns) {
                cells.add(cell(random, letters));
            }
            table.add(cells);
        }
        return table;
    }

    private static String written(List<List<String>> table, char delimiter, Random random) {
        var text = new StringWriter();
        var builder = CsvWriter.builder().fieldSeparator(delimiter);
        try (CsvWriter csv =
                (random.nextBoolean() ? builder.quoteStrategy(QuoteStrategies.ALWAYS) : builder).build(text)) {
            var header = new ArrayList<String>();
            for (int i = 0; i < table.getFirst().size(); i++) {
                header.add("Column " + i);
            }
            csv.writeRecord(header);
            table.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    @Test
    void shouldReadAnyTableInAnyEncodingWithAnyDelimiter() throws IOException {
        for (int run = 0; run < RUNS; run++) {
            // Given
            var random = new Random(SEED + run);
            Encoding encoding = ENCODINGS.get(run % ENCODINGS.size());
            char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            List<List<String>> table =
                    table(random, encoding.charset().equals(WINDOWS) ? WINDOWS_LETTERS : ALL_LETTERS);
            byte[] content = encoding.bytes(written(table, delimiter, random));
            Path path = Files.write(folder.resolve("list"), content);
            // When
            try (SourceFile file = SourceFile.open(path, null, content.length)) {
                var read = new ArrayList<List<String>>();
                file.forEach(row -> read.add(row.cells()));
                // Then
                assertThat(read).as("seed %d, %s", SEED + run, encoding).isEqualTo(table);
            }
        }
    }
}
