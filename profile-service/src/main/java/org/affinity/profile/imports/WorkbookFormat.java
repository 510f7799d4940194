package org.affinity.profile.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/**
 * One sheet of an Excel workbook (ECMA-376, {@code .xlsx}); the first row that is not blank names the columns.
 *
 * <p>The line of a record is the number of its row in the sheet.
 */
record WorkbookFormat(Path file, String sheet, long maxInflated, Header header) implements RecordFormat {

    /** Cells of a row that are read; a sheet could have 16,384. */
    static final int MAX_COLUMNS = 500;

    static boolean isWorkbook(Path file) throws IOException {
        byte[] head = TextFile.head(file, 8);
        if (TextFile.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            throw new UnreadableFileException(
                    "The file is an Excel workbook of the old format or protected by a password; save it as .xlsx or CSV.");
        }
        return TextFile.startsWith(head, 'P', 'K', 3, 4);
    }

    static WorkbookFormat of(Path file, String sheet, long maxInflated) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var workbook = new Workbook(zip, maxInflated);
            String name = workbook.sheetNamed(sheet);
            var first = new ArrayList<String>();
            workbook.read(name, (_, cells) -> {
                if (cells.stream().allMatch(String::isBlank)) {
                    return true;
                }
                first.addAll(cells);
                return false;
            });
            if (first.isEmpty()) {
                throw new UnreadableFileException("The sheet " + name + " has no header row with column names.");
            }
            return new WorkbookFormat(file, name, maxInflated, Header.of(first));
        } catch (IOException | XMLStreamException broken) {
            throw unreadable();
        }
    }

    @Override
    public String description() {
        return "XLSX, sheet '" + sheet + "'";
    }

    @Override
    public void read(Predicate<RawRecord> receiver) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            long[] row = {-1};
            new Workbook(zip, maxInflated).read(sheet, (line, cells) -> {
                boolean isBlank = cells.stream().allMatch(String::isBlank);
                row[0] = row[0] < 0 && isBlank ? row[0] : row[0] + 1;
                return row[0] < 1 || receiver.test(new RawRecord(row[0], line, padded(cells), null));
            });
        } catch (XMLStreamException | java.util.zip.ZipException broken) {
            throw unreadable();
        }
    }

    /** A sheet does not write the empty cells at the end of a row. */
    private List<String> padded(List<String> cells) {
        if (cells.size() >= header.size()) {
            return cells;
        }
        var padded = new ArrayList<>(cells);
        while (padded.size() < header.size()) {
            padded.add("");
        }
        return padded;
    }

    private static UnreadableFileException unreadable() {
        return new UnreadableFileException("The file is a ZIP archive, but not an Excel workbook that can be read.");
    }
}
