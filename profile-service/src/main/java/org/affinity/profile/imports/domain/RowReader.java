package org.affinity.profile.imports.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.Mojibake;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.domain.RowReading.Blank;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.imports.domain.RowReading.Read;

/**
 * Understands the cells of one record under a mapping. A handle, platform or figure that cannot be read rejects the
 * record, because a profile with a wrong figure is worse than none; any other cell that cannot be read counts as
 * unknown, with a note. Cells that were once decoded wrongly are repaired first, with a note too.
 */
public final class RowReader {

    /** Characters of one cell. */
    public static final int MAX_CELL_LENGTH = 10_000;

    /** Characters of a display name. */
    public static final int MAX_NAME_LENGTH = 200;

    /** Before what a spreadsheet would take for a formula an export puts an apostrophe. */
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@\\t\\r]");

    private final MappedCells cells;
    private final RecordShape shape;
    private final FigureCells figures;
    private final PersonCells person;
    private final FeeCells fees;
    private final Instant observedAt;

    /**
     * Makes a reader.
     *
     * @param observedAt when the figures of the file were read off, null when that is not known
     */
    public RowReader(Header header, ColumnMapping mapping, int currentYear, Instant observedAt) {
        this.cells = new MappedCells(header, mapping);
        this.shape = new RecordShape(header);
        this.figures = new FigureCells(cells);
        this.person = new PersonCells(cells, currentYear);
        this.fees = new FeeCells(cells);
        this.observedAt = observedAt;
    }

    /** What the record says. */
    public RowReading read(RawRecord guarded) {
        if (guarded.isBlank()) {
            return new Blank();
        }
        RawRecord row = new RawRecord(
                guarded.row(),
                guarded.line(),
                guarded.cells().stream().map(RowReader::unguarded).toList(),
                guarded.defect());
        try {
            shape.check(row);
            var notes = new ArrayList<Note>();
            RawRecord repaired = repaired(row, notes);
            var account = new ImportedAccount(
                    account(repaired),
                    person.displayName(repaired, notes),
                    person.country(repaired, notes),
                    person.languages(repaired, notes),
                    person.birthYear(repaired, notes),
                    person.topics(repaired, notes),
                    fees.read(repaired, notes),
                    observedAt,
                    person.bio(repaired, notes));
            return new Read(account, notes);
        } catch (RejectedRecord rejected) {
            return rejected.reading();
        }
    }

    /** The cell without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
    private static String unguarded(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    private RawRecord repaired(RawRecord row, List<Note> notes) {
        List<String> repaired = null;
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            Optional<String> meant = Mojibake.repaired(cell);
            if (meant.isPresent()) {
                repaired = repaired == null ? new ArrayList<>(row.cells()) : repaired;
                repaired.set(i, meant.get());
                notes.add(new Note("ENCODING_REPAIRED", cells.name(i), RejectedRecord.excerpt(cell)));
            }
        }
        return repaired == null ? row : new RawRecord(row.row(), row.line(), repaired, null);
    }

    private AccountProfile account(RawRecord row) throws RejectedRecord {
        String cell = cells.cell(row, ImportField.HANDLE);
        if (NumberCells.saysUnknown(cell)) {
            throw cells.rejected(RejectionReason.MISSING_HANDLE, ImportField.HANDLE, cell);
        }
        Platform platform = platform(row);
        Optional<Handle> handle = Handle.parse(platform, cell);
        if (handle.isEmpty()) {
            throw cells.rejected(RejectionReason.INVALID_HANDLE, ImportField.HANDLE, cell);
        }
        return new AccountProfile(platform, handle.get(), figures.read(row));
    }

    private Platform platform(RawRecord row) throws RejectedRecord {
        String cell = cells.cell(row, ImportField.PLATFORM);
        if (cell.isEmpty()) {
            return cells.mapping().platform();
        }
        return platformOf(cell)
                .orElseThrow(() -> cells.rejected(RejectionReason.UNKNOWN_PLATFORM, ImportField.PLATFORM, cell));
    }

    /** The platform of this name. */
    static Optional<Platform> platformOf(String cell) {
        String name = cell.equalsIgnoreCase("twitter") ? "X" : cell.toUpperCase(Locale.ROOT);
        for (Platform platform : Platform.values()) {
            if (platform.name().equals(name)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
