package org.affinity.profile.imports.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.Mojibake;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PlatformDescription;
import org.affinity.profile.creator.domain.PlatformMetric;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.RowReading.Blank;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.imports.domain.RowReading.Read;
import org.affinity.profile.questionnaire.domain.Question;

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
    private final AnswerCells answers;
    private final Platforms platforms;
    private final Instant observedAt;

    /**
     * Makes a reader.
     *
     * @param platforms the platforms there are
     * @param questions those of the mapping that are asked now; answers to others are left aside
     * @param observedAt when the figures of the file were read off, null when that is not known
     */
    public RowReader(
            Header header,
            ColumnMapping mapping,
            Platforms platforms,
            List<Question> questions,
            LocalDate today,
            Instant observedAt) {
        this.cells = new MappedCells(header, mapping);
        this.shape = new RecordShape(header);
        this.figures = new FigureCells(cells);
        this.person = new PersonCells(cells, today.getYear());
        this.fees = new FeeCells(cells);
        this.answers = new AnswerCells(
                cells,
                questions.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                question -> cells.columns(mapping.answers().get(question.id())))),
                today);
        this.platforms = platforms;
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
                    account(repaired, notes),
                    person.displayName(repaired, notes),
                    person.country(repaired, notes),
                    person.languages(repaired, notes),
                    person.birthYear(repaired, notes),
                    person.topics(repaired, notes),
                    fees.read(repaired, notes),
                    observedAt,
                    person.bio(repaired, notes),
                    answers.read(repaired, notes));
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

    private AccountProfile account(RawRecord row, List<Note> notes) throws RejectedRecord {
        String cell = cells.cell(row, ImportField.HANDLE);
        if (NumberCells.saysUnknown(cell)) {
            throw cells.rejected(RejectionReason.MISSING_HANDLE, ImportField.HANDLE, cell);
        }
        Platform platform = platform(row);
        Optional<Handle> handle = platforms.handle(platform, cell);
        if (handle.isEmpty()) {
            throw cells.rejected(RejectionReason.INVALID_HANDLE, ImportField.HANDLE, cell);
        }
        return new AccountProfile(platform, handle.get(), told(platform, figures.read(row), notes));
    }

    private Platform platform(RawRecord row) throws RejectedRecord {
        String cell = cells.cell(row, ImportField.PLATFORM);
        if (cell.isEmpty()) {
            return cells.mapping().platform();
        }
        return platforms
                .named(cell)
                .orElseThrow(() -> cells.rejected(RejectionReason.UNKNOWN_PLATFORM, ImportField.PLATFORM, cell));
    }

    /** Figures that the platform tells of its accounts; others say something else, and are left aside. */
    private AccountMetrics told(Platform platform, AccountMetrics read, List<Note> notes) {
        PlatformDescription description = platforms.find(platform).orElseThrow();
        Long followers = kept(description, PlatformMetric.FOLLOWERS, ImportField.FOLLOWERS, read.followers(), notes);
        Long views = kept(description, PlatformMetric.VIEWS, ImportField.AVERAGE_VIEWS, read.averageViews(), notes);
        return new AccountMetrics(followers, read.engagementRate(), views);
    }

    private Long kept(
            PlatformDescription description, PlatformMetric metric, ImportField field, Long figure, List<Note> notes) {
        if (figure == null || description.metrics().contains(metric)) {
            return figure;
        }
        notes.add(cells.note("NOT_ON_PLATFORM", field, figure.toString()));
        return null;
    }
}
