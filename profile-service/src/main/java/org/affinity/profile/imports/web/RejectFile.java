package org.affinity.profile.imports.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.affinity.profile.imports.ImportService;
import org.affinity.profile.imports.RejectedRows;
import org.affinity.profile.imports.RejectedRows.RejectedRow;
import org.affinity.profile.imports.domain.RejectColumns;

/**
 * The rejected records of an import, written page by page. The columns on the rejection come first, so that a record
 * with too few or too many cells stands there as it stood in the list.
 */
final class RejectFile {

    private static final int PAGE = 500;

    private final ImportService imports;
    private final UUID importId;
    private final RejectedRows first;

    RejectFile(ImportService imports, UUID importId) {
        this.imports = imports;
        this.importId = importId;
        this.first = imports.rejects(importId, 0, PAGE);
    }

    /** A name that says which list it is of: the platform may be found in it when it is imported again. */
    String name() {
        return first.fileName().replaceAll("\\.[A-Za-z0-9]{1,6}$", "").replaceAll("[^A-Za-z0-9._-]+", "-")
                + "-rejects.csv";
    }

    void write(OutputStream target) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(target, StandardCharsets.UTF_8))) {
            var header = new ArrayList<>(RejectColumns.NAMES);
            first.columns().stream()
                    .filter(column -> !RejectColumns.contains(column))
                    .forEach(header::add);
            csv.writeRecord(header);
            for (RejectedRows page = first; !page.rows().isEmpty(); page = next(page)) {
                for (RejectedRow row : page.rows()) {
                    csv.writeRecord(cells(row));
                }
            }
        }
    }

    private RejectedRows next(RejectedRows page) {
        return imports.rejects(importId, page.rows().getLast().row(), PAGE);
    }

    private List<String> cells(RejectedRow row) {
        var cells = new ArrayList<String>();
        cells.add(Long.toString(row.row()));
        cells.add(row.reason());
        cells.add(Objects.requireNonNullElse(row.column(), ""));
        cells.add(Objects.requireNonNullElse(row.cell(), ""));
        for (int i = 0; i < row.cells().size(); i++) {
            boolean isOfRejects = i < first.columns().size()
                    && RejectColumns.contains(first.columns().get(i));
            if (!isOfRejects) {
                cells.add(row.cells().get(i));
            }
        }
        return cells;
    }
}
