package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.affinity.kit.json.StrictJson;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.imports.domain.RowReading.Blank;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.imports.domain.RowReading.Read;
import org.affinity.profile.imports.domain.RowReading.Rejected;

/**
 * Understands the cells of one record under a mapping. A handle, platform or figure that cannot be read rejects the
 * record, because a profile with a wrong figure is worse than none; any other cell that cannot be read counts as
 * unknown, with a note.
 */
public final class RowReader {

    /** Characters of one cell. */
    public static final int MAX_CELL_LENGTH = 10_000;

    /** Characters of a display name. */
    public static final int MAX_NAME_LENGTH = 200;

    private static final BigDecimal MAX_COUNT = new BigDecimal("100000000000");
    private static final BigDecimal MAX_RATE = new BigDecimal("10000");
    private static final int FIRST_BIRTH_YEAR = 1900;
    private static final int CELL_EXCERPT = 200;
    private static final Pattern LIST_SEPARATORS = Pattern.compile("[,;|]");
    private static final Pattern GUARDED = Pattern.compile("'[=+\\-@\\t\\r]");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(\\.0+)?");

    private final Header header;
    private final ColumnMapping mapping;
    private final Map<ImportField, List<Integer>> positions = new EnumMap<>(ImportField.class);
    private final int currentYear;

    public RowReader(Header header, ColumnMapping mapping, int currentYear) {
        this.header = header;
        this.mapping = mapping;
        this.currentYear = currentYear;
        mapping.columns()
                .forEach((field, names) -> positions.put(
                        field,
                        names.stream()
                                .map(name -> header.find(name).orElseThrow())
                                .toList()));
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
            checkShape(row);
            var notes = new ArrayList<Note>();
            var account = new ImportedAccount(
                    account(row),
                    displayName(row, notes),
                    country(row, notes),
                    languages(row, notes),
                    birthYear(row, notes),
                    topics(row, notes));
            return new Read(account, notes);
        } catch (RejectedRow rejected) {
            return rejected.reading();
        }
    }

    /** The cell without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
    private static String unguarded(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    private void checkShape(RawRecord row) throws RejectedRow {
        if (row.defect() != null) {
            throw new RejectedRow(RejectionReason.valueOf(row.defect()), null, String.join(" ", row.cells()));
        }
        List<String> cells = row.cells();
        if (cells.size() < header.size()) {
            throw new RejectedRow(RejectionReason.TOO_FEW_CELLS, null, String.join(" ", cells));
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String column = i < header.size() ? header.columns().get(i) : null;
            if (column == null && !cell.isBlank()) {
                throw new RejectedRow(RejectionReason.TOO_MANY_CELLS, null, cell);
            }
            if (cell.length() > MAX_CELL_LENGTH) {
                throw new RejectedRow(RejectionReason.CELL_TOO_LONG, column, cell);
            }
            if (!StrictJson.isStorable(cell)) {
                throw new RejectedRow(RejectionReason.INVALID_CHARACTER, column, cell);
            }
        }
    }

    private AccountProfile account(RawRecord row) throws RejectedRow {
        String cell = cell(row, ImportField.HANDLE);
        if (NumberCells.saysUnknown(cell)) {
            throw rejected(RejectionReason.MISSING_HANDLE, ImportField.HANDLE, cell);
        }
        Optional<Handle> handle = Handle.parse(cell);
        if (handle.isEmpty()) {
            throw rejected(RejectionReason.INVALID_HANDLE, ImportField.HANDLE, cell);
        }
        return new AccountProfile(platform(row), handle.get(), metrics(row));
    }

    private Platform platform(RawRecord row) throws RejectedRow {
        String cell = cell(row, ImportField.PLATFORM);
        if (cell.isEmpty()) {
            return mapping.platform();
        }
        String name = cell.equalsIgnoreCase("twitter") ? "X" : cell.toUpperCase(Locale.ROOT);
        for (Platform platform : Platform.values()) {
            if (platform.name().equals(name)) {
                return platform;
            }
        }
        throw rejected(RejectionReason.UNKNOWN_PLATFORM, ImportField.PLATFORM, cell);
    }

    private AccountMetrics metrics(RawRecord row) throws RejectedRow {
        BigDecimal followers = number(row, ImportField.FOLLOWERS);
        if (followers != null && followers.stripTrailingZeros().scale() > 0) {
            throw rejected(RejectionReason.NOT_A_WHOLE_NUMBER, ImportField.FOLLOWERS, cell(row, ImportField.FOLLOWERS));
        }
        BigDecimal views = number(row, ImportField.AVERAGE_VIEWS);
        return new AccountMetrics(whole(followers), engagementRate(row, followers), whole(views));
    }

    /** The rate given, else the interactions given over the followers. */
    private BigDecimal engagementRate(RawRecord row, BigDecimal followers) throws RejectedRow {
        BigDecimal given = number(row, ImportField.ENGAGEMENT_RATE);
        if (given != null || followers == null || followers.signum() == 0) {
            return given;
        }
        BigDecimal interactions = null;
        for (int column : positions.getOrDefault(ImportField.INTERACTIONS, List.of())) {
            BigDecimal part = number(row, column, true);
            if (part != null) {
                interactions = interactions == null ? part : interactions.add(part);
                checkRate(row, column, interactions, followers);
            }
        }
        return interactions == null
                ? null
                : interactions.divide(followers, AccountMetrics.RATE_SCALE, RoundingMode.HALF_EVEN);
    }

    /** Rejects the record at the column with which its interactions come to a rate beyond all reason. */
    private void checkRate(RawRecord row, int column, BigDecimal interactions, BigDecimal followers)
            throws RejectedRow {
        if (interactions.compareTo(followers.multiply(MAX_RATE)) > 0) {
            throw new RejectedRow(
                    RejectionReason.NUMBER_OUT_OF_RANGE,
                    header.columns().get(column),
                    row.cells().get(column).strip());
        }
    }

    private BigDecimal number(RawRecord row, ImportField field) throws RejectedRow {
        List<Integer> columns = positions.getOrDefault(field, List.of());
        return columns.isEmpty() ? null : number(row, columns.getFirst(), field != ImportField.ENGAGEMENT_RATE);
    }

    private BigDecimal number(RawRecord row, int column, boolean isCount) throws RejectedRow {
        String cell = row.cells().get(column).strip();
        String name = header.columns().get(column);
        return switch (isCount ? NumberCells.count(cell) : NumberCells.rate(cell, name)) {
            case ParsedNumber.Unknown unknown -> null;
            case ParsedNumber.Unreadable unreadable ->
                throw new RejectedRow(RejectionReason.INVALID_NUMBER, name, cell);
            case ParsedNumber.Known(BigDecimal value)
            when value.signum() < 0 -> throw new RejectedRow(RejectionReason.NEGATIVE_NUMBER, name, cell);
            case ParsedNumber.Known(BigDecimal value)
            when value.compareTo(isCount ? MAX_COUNT : MAX_RATE) > 0 ->
                throw new RejectedRow(RejectionReason.NUMBER_OUT_OF_RANGE, name, cell);
            case ParsedNumber.Known(BigDecimal value) -> value;
        };
    }

    private String displayName(RawRecord row, List<Note> notes) {
        String name = cell(row, ImportField.DISPLAY_NAME).replaceAll("\\s+", " ");
        if (NumberCells.saysUnknown(name)) {
            return null;
        }
        if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            notes.add(note("NAME_SHORTENED", ImportField.DISPLAY_NAME, name));
            return name.substring(0, name.offsetByCodePoints(0, MAX_NAME_LENGTH));
        }
        return name;
    }

    private String country(RawRecord row, List<Note> notes) {
        String cell = cell(row, ImportField.COUNTRY);
        if (NumberCells.saysUnknown(cell)) {
            return null;
        }
        Optional<String> code = Countries.codeOf(cell);
        if (code.isEmpty()) {
            notes.add(note("UNKNOWN_COUNTRY", ImportField.COUNTRY, cell));
        }
        return code.orElse(null);
    }

    private Integer birthYear(RawRecord row, List<Note> notes) {
        String cell = cell(row, ImportField.BIRTH_YEAR);
        if (NumberCells.saysUnknown(cell)) {
            return null;
        }
        var year = YEAR.matcher(cell);
        if (year.matches()) {
            int value = Integer.parseInt(year.group(1));
            if (value >= FIRST_BIRTH_YEAR && value <= currentYear) {
                return value;
            }
        }
        notes.add(note("INVALID_BIRTH_YEAR", ImportField.BIRTH_YEAR, cell));
        return null;
    }

    private List<String> languages(RawRecord row, List<Note> notes) {
        var languages = new ArrayList<String>();
        for (String word : words(row, ImportField.LANGUAGES)) {
            Optional<String> tag = Languages.tagOf(word);
            if (tag.isEmpty()) {
                notes.add(note("UNKNOWN_LANGUAGE", ImportField.LANGUAGES, word));
            }
            tag.filter(one -> !languages.contains(one) && languages.size() < Languages.MAX_LANGUAGES)
                    .ifPresent(languages::add);
        }
        return languages;
    }

    private List<String> topics(RawRecord row, List<Note> notes) {
        var topics = new ArrayList<String>();
        for (String word : words(row, ImportField.TOPICS)) {
            if (word.length() > Topics.MAX_LENGTH) {
                notes.add(note("TOPIC_TOO_LONG", ImportField.TOPICS, word));
            } else {
                topics.add(word);
            }
        }
        return Topics.canonical(topics).stream().limit(Topics.MAX_TOPICS).toList();
    }

    private List<String> words(RawRecord row, ImportField field) {
        var words = new ArrayList<String>();
        for (int column : positions.getOrDefault(field, List.of())) {
            for (String word : LIST_SEPARATORS.split(row.cells().get(column), -1)) {
                if (!NumberCells.saysUnknown(word)) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }

    private String cell(RawRecord row, ImportField field) {
        List<Integer> columns = positions.getOrDefault(field, List.of());
        return columns.isEmpty() ? "" : row.cells().get(columns.getFirst()).strip();
    }

    private RejectedRow rejected(RejectionReason reason, ImportField field, String cell) {
        return new RejectedRow(reason, mapping.of(field).getFirst(), cell);
    }

    private Note note(String reason, ImportField field, String cell) {
        return new Note(reason, mapping.of(field).getFirst(), excerpt(cell));
    }

    private static Long whole(BigDecimal number) {
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String excerpt(String cell) {
        return cell.codePointCount(0, cell.length()) <= CELL_EXCERPT
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, CELL_EXCERPT)) + "…";
    }

    /** Leaves the reading of a record at the first cell that rejects it. */
    private static final class RejectedRow extends Exception {
        private final transient Rejected reading;

        RejectedRow(RejectionReason reason, String column, String cell) {
            super(reason.name(), null, false, false);
            this.reading = new Rejected(reason, column, excerpt(StorableText.of(cell)));
        }

        Rejected reading() {
            return reading;
        }
    }
}
