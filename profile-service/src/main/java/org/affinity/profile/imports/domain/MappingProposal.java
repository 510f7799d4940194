package org.affinity.profile.imports.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.ProposedColumn.Reason;

/**
 * Guesses which column of a creator list means what, from the names of the columns and from what is in them: lists in
 * the wild call the handle {@code Name} and the name {@code Instagram Name} as often as the other way round, and a
 * column of figures that holds no figures is none.
 */
public final class MappingProposal {

    private static final int SAMPLES = 3;
    private static final int FEWEST_CELLS = 3;
    private static final double CERTAIN = 0.8;
    private static final double SOME_HANDLES = 0.2;

    /** Fields that one column holds, in the order in which they are looked for. */
    private static final List<ImportField> SINGLE = List.of(
            ImportField.PLATFORM,
            ImportField.FOLLOWERS,
            ImportField.ENGAGEMENT_RATE,
            ImportField.AVERAGE_VIEWS,
            ImportField.COUNTRY,
            ImportField.BIRTH_YEAR,
            ImportField.FEE,
            ImportField.CURRENCY,
            ImportField.BIO);

    /** Fields that cells alone can give away. */
    private static final List<ImportField> PROVABLE =
            List.of(ImportField.HANDLE, ImportField.PLATFORM, ImportField.COUNTRY, ImportField.LANGUAGES);

    private static final Pattern PARTS = Pattern.compile(
            "(likes?|comments?|shares?|reactions?) (avg|average)|(avg|average) (likes?|comments?|shares?|reactions?)");

    private final Header header;
    private final Platforms platforms;
    private final String fileName;
    private final List<ColumnSample> samples;
    private final Set<Integer> ignored;
    private final Map<ImportField, List<String>> columns = new EnumMap<>(ImportField.class);
    private final Map<String, Reason> reasons = new LinkedHashMap<>();

    public MappingProposal(Header header, List<List<String>> sample, String fileName, Platforms platforms) {
        this.header = header;
        this.platforms = platforms;
        this.fileName = fileName;
        this.samples = IntStream.range(0, header.size())
                .mapToObj(column -> new ColumnSample(sample, column, platforms))
                .toList();
        this.ignored = SerialColumns.find(header, sample);
        propose();
    }

    /**
     * The columns this file seems to have, by field; without {@link ImportField#HANDLE} the file cannot be imported.
     */
    public Map<ImportField, List<String>> columns() {
        return new EnumMap<>(columns);
    }

    /** What each column is taken for under a mapping, and why. */
    public List<ProposedColumn> explain() {
        return IntStream.range(0, header.size()).mapToObj(this::explain).toList();
    }

    /** The platform named by the header, else by the file's name. */
    public Optional<Platform> platform() {
        return platforms.mentionedIn(String.join(" ", header.columns())).or(() -> platforms.mentionedIn(fileName));
    }

    /** Where {@link #platform()} was found. */
    public PlatformOrigin platformOrigin() {
        if (platforms.mentionedIn(String.join(" ", header.columns())).isPresent()) {
            return PlatformOrigin.HEADER;
        }
        return platforms.mentionedIn(fileName).isPresent() ? PlatformOrigin.FILE_NAME : PlatformOrigin.DEFAULT;
    }

    private void propose() {
        for (ImportField field : ImportField.values()) {
            header.find(field.key()).ifPresent(at -> put(field, List.of(at), Reason.FIELD_NAME));
        }
        if (!columns.containsKey(ImportField.HANDLE)) {
            handleColumn().ifPresent(at -> put(ImportField.HANDLE, List.of(at), Reason.COLUMN_NAME));
        }
        if (!columns.containsKey(ImportField.DISPLAY_NAME)) {
            nameColumn().ifPresent(at -> put(ImportField.DISPLAY_NAME, List.of(at), Reason.COLUMN_NAME));
        }
        SINGLE.forEach(field -> put(field, first(named(field)), Reason.COLUMN_NAME));
        put(ImportField.TOPICS, named(ImportField.TOPICS), Reason.COLUMN_NAME);
        put(ImportField.LANGUAGES, named(ImportField.LANGUAGES), Reason.COLUMN_NAME);
        put(ImportField.INTERACTIONS, first(named(ImportField.INTERACTIONS)), Reason.COLUMN_NAME);
        put(ImportField.INTERACTIONS, parts(), Reason.COLUMN_NAME);
        PROVABLE.forEach(field -> put(field, proven(field), Reason.VALUES));
    }

    private void put(ImportField field, List<Integer> found, Reason reason) {
        if (!found.isEmpty() && !columns.containsKey(field)) {
            List<String> names = found.stream().map(header.columns()::get).toList();
            columns.put(field, names);
            names.forEach(name -> reasons.put(name, reason));
        }
    }

    private Optional<Integer> handleColumn() {
        var candidates = new ArrayList<Integer>();
        for (int i = 0; i < header.size(); i++) {
            boolean isNamed = ColumnNames.handleStrength(words(i)) > 0;
            if (isNamed && samples.get(i).handles() > SOME_HANDLES) {
                candidates.add(i);
            }
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(this::handleScore).thenComparing(Comparator.reverseOrder()));
    }

    private double handleScore(int column) {
        return Math.round(samples.get(column).handles() * 10) + ColumnNames.handleStrength(words(column));
    }

    private Optional<Integer> nameColumn() {
        Optional<Integer> best = Optional.empty();
        for (int i = 0; i < header.size(); i++) {
            boolean isName = ColumnNames.isName(words(i));
            if (!isTaken(i) && ColumnNames.isSomeName(words(i)) && (best.isEmpty() || isName)) {
                best = Optional.of(i);
            }
        }
        return best;
    }

    private List<Integer> named(ImportField field) {
        return free().filter(column -> ColumnNames.says(field, words(column)))
                .filter(column -> samples.get(column).suits(field))
                .boxed()
                .toList();
    }

    private List<Integer> parts() {
        return free().filter(column -> PARTS.matcher(words(column)).matches())
                .filter(column -> samples.get(column).suits(ImportField.INTERACTIONS))
                .boxed()
                .toList();
    }

    private List<Integer> proven(ImportField field) {
        return free().filter(column -> samples.get(column).proves(field) >= CERTAIN)
                .filter(column ->
                        field == ImportField.HANDLE || samples.get(column).size() >= FEWEST_CELLS)
                .limit(1)
                .boxed()
                .toList();
    }

    private IntStream free() {
        return IntStream.range(0, header.size())
                .filter(column -> !ignored.contains(column) && isFirstOfItsName(column) && !isTaken(column));
    }

    private ProposedColumn explain(int column) {
        String name = header.columns().get(column);
        ColumnSample sample = samples.get(column);
        List<String> examples = sample.examples(SAMPLES);
        Optional<ImportField> field = columns.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
        if (field.isEmpty()) {
            Reason reason = ignored.contains(column) ? Reason.NOT_ABOUT_CREATORS : Reason.NOT_RECOGNISED;
            return new ProposedColumn(name, null, reason, null, examples);
        }
        Double suitable = sample.size() == 0 ? null : sample.fits(field.get());
        return new ProposedColumn(name, field.get(), reasons.get(name), suitable, examples);
    }

    private boolean isFirstOfItsName(int column) {
        return !header.columns().get(column).matches(".* \\([0-9]+\\)");
    }

    private boolean isTaken(int column) {
        String name = header.columns().get(column);
        return columns.values().stream().anyMatch(names -> names.contains(name));
    }

    private String words(int column) {
        return ColumnNames.words(header.columns().get(column));
    }

    private static List<Integer> first(List<Integer> found) {
        return found.stream().limit(1).toList();
    }
}
