package org.affinity.profile.imports.web;

import java.util.List;
import java.util.UUID;
import org.affinity.profile.imports.RowReport;
import org.affinity.profile.imports.domain.RowOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record of an imported file as the API shows it. */
@Schema(name = "CreatorImportRow", description = "What became of one record of the file.")
record ImportRowView(
        @Schema(description = "Number of the record, 1 for the first after the header.", examples = "17")
        long row,

        @Schema(description = "Line of the file on which it starts.", examples = "18")
        long line,

        @Schema(
                description =
                        "ACCEPTED: new creator. UPDATED: the account was known. DUPLICATE: the account occurred before in"
                                + " the file. REJECTED: cannot be read. BLANK: nothing in it. More values may come.",
                examples = "REJECTED")
        RowOutcome outcome,

        @Schema(description = "Whether an account that was known stayed as it was.", examples = "false")
        boolean unchanged,

        @Schema(
                description = "Why it was rejected, or IDENTICAL or CONFLICTING for a duplicate. More values may come.",
                nullable = true,
                examples = "INVALID_NUMBER")
        String reason,

        @Schema(description = "Column of the cell at fault.", nullable = true, examples = "Followers")
        String column,

        @Schema(description = "The cell at fault, cut to 200 characters.", nullable = true, examples = "many")
        String cell,

        @Schema(
                description = "The creator that the record was taken over to.",
                nullable = true,
                examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Number of the earlier record of the account.", nullable = true, examples = "3")
        Long duplicateOf,

        @Schema(description = "How a conflicting duplicate differs from the earlier record, which counts.")
        List<DifferenceView> differences,

        @Schema(description = "Cells that were not understood and count as unknown.")
        List<NoteView> notes) {

    static ImportRowView of(RowReport row) {
        return new ImportRowView(
                row.row(),
                row.line(),
                row.outcome(),
                row.unchanged(),
                row.reason(),
                row.column(),
                row.cell(),
                row.creatorId(),
                row.duplicateOf(),
                row.details().differences().stream()
                        .map(one -> new DifferenceView(one.column(), one.first(), one.second()))
                        .toList(),
                row.details().notes().stream()
                        .map(note -> new NoteView(note.reason(), note.column(), note.cell()))
                        .toList());
    }

    /** A difference as the API shows it. */
    @Schema(name = "CreatorImportDifference", description = "Two values for the same column.")
    record DifferenceView(
            @Schema(description = "Name of the column.", examples = "Category")
            String column,

            @Schema(description = "Value in the earlier record, which counts.", examples = "Beauty")
            String first,

            @Schema(description = "Value in this record.", examples = "Fashion")
            String second) {}

    /** A note as the API shows it. */
    @Schema(name = "CreatorImportNote", description = "A cell that counts as unknown.")
    record NoteView(
            @Schema(description = "Why. More values may come.", examples = "UNKNOWN_COUNTRY")
            String reason,

            @Schema(description = "Name of the column.", examples = "Country")
            String column,

            @Schema(description = "What is in the cell, cut to 200 characters.", examples = "Atlantis")
            String cell) {}
}
