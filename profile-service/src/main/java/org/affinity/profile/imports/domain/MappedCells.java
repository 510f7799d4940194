package org.affinity.profile.imports.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.affinity.profile.imports.domain.RowReading.Note;

/** Finds the cells of a record that a mapping gives to a field. */
final class MappedCells {

    private final Header header;
    private final ColumnMapping mapping;
    private final Map<ImportField, List<Integer>> positions = new EnumMap<>(ImportField.class);

    MappedCells(Header header, ColumnMapping mapping) {
        this.header = header;
        this.mapping = mapping;
        mapping.columns().forEach((field, names) -> positions.put(field, columns(names)));
    }

    /** Columns by their names. */
    List<Integer> columns(List<String> names) {
        return names.stream().map(name -> header.find(name).orElseThrow()).toList();
    }

    ColumnMapping mapping() {
        return mapping;
    }

    /** The columns of a field, none when it is not mapped. */
    List<Integer> columns(ImportField field) {
        return positions.getOrDefault(field, List.of());
    }

    /** Name of a column. */
    String name(int column) {
        return header.columns().get(column);
    }

    /** The first cell of a field, empty when it is not mapped. */
    String cell(RawRecord row, ImportField field) {
        List<Integer> columns = columns(field);
        return columns.isEmpty() ? "" : cell(row, columns.getFirst());
    }

    /** The cell in a column. */
    String cell(RawRecord row, int column) {
        return row.cells().get(column).strip();
    }

    RejectedRecord rejected(RejectionReason reason, ImportField field, String cell) {
        return new RejectedRecord(reason, mapping.of(field).getFirst(), cell);
    }

    Note note(String reason, ImportField field, String cell) {
        return new Note(reason, mapping.of(field).getFirst(), RejectedRecord.excerpt(cell));
    }
}
