package org.affinity.profile.imports;

import java.util.UUID;
import org.affinity.profile.imports.domain.RowOutcome;
import org.affinity.profile.imports.store.ImportRowEntity;

/** What became of one record of a file. */
public record RowReport(
        long row,
        long line,
        RowOutcome outcome,
        boolean unchanged,
        String reason,
        String column,
        String cell,
        UUID creatorId,
        Long duplicateOf,
        RowDetails details) {

    static RowReport of(ImportRowEntity row, ImportJson json) {
        return new RowReport(
                row.rowNumber,
                row.line,
                row.outcome,
                row.unchanged,
                row.reason,
                row.columnName,
                row.cell,
                row.creatorId,
                row.duplicateOf,
                row.details == null ? RowDetails.NONE : json.read(row.details, RowDetails.class));
    }
}
