package org.affinity.profile.imports.domain;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.Platforms;

/** What the first cells of one column look like; cells that say nothing do not count. */
final class ColumnSample {

    private static final Pattern HANDLE_SHAPE = Pattern.compile("@?[\\p{L}\\p{M}\\p{N}._-]{1,100}|https?://\\S+");
    private static final Pattern CERTAIN_HANDLE = Pattern.compile(
            "@[\\p{L}\\p{M}\\p{N}._-]{1,100}|https?://(www\\.)?(instagram|tiktok|youtube|twitch|x|twitter)\\.[a-z]+/\\S+");

    /** A shorter word may be a code of anything. */
    private static final int SHORTEST_NAME = 4;

    private final Platforms platforms;
    private final List<String> filled;

    ColumnSample(List<List<String>> sample, int column, Platforms platforms) {
        this.platforms = platforms;
        this.filled = sample.stream()
                .filter(cells -> column < cells.size())
                .map(cells -> cells.get(column).strip())
                .filter(cell -> !NumberCells.saysUnknown(cell))
                .toList();
    }

    /** Number of cells that say something. */
    int size() {
        return filled.size();
    }

    /** Some of the cells. */
    List<String> examples(int most) {
        return filled.stream()
                .distinct()
                .limit(most)
                .map(RejectedRecord::excerpt)
                .toList();
    }

    /** The share of cells that could be a handle. */
    double handles() {
        return share(cell -> HANDLE_SHAPE.matcher(cell).matches());
    }

    /** The share of cells that are a handle without doubt: with an {@code @}, or the address of a profile. */
    double certainHandles() {
        return share(cell -> CERTAIN_HANDLE.matcher(cell).matches() || platforms.isAddress(cell));
    }

    /** Whether the cells are such as the field has them. */
    boolean suits(ImportField field) {
        return fits(field) >= 0.5;
    }

    /** The share of cells that a column of this field can hold; 1 when there are none. */
    double fits(ImportField field) {
        if (filled.isEmpty()) {
            return 1;
        }
        return switch (field) {
            case FOLLOWERS, AVERAGE_VIEWS, INTERACTIONS ->
                share(cell -> NumberCells.count(cell) instanceof ParsedNumber.Known);
            case ENGAGEMENT_RATE -> share(cell -> NumberCells.decimal(cell) instanceof ParsedNumber.Known);
            case COUNTRY -> share(cell -> Countries.codeOf(cell).isPresent());
            case PLATFORM -> share(cell -> platforms.named(cell).isPresent());
            case HANDLE -> handles();
            case DISPLAY_NAME, LANGUAGES, BIRTH_YEAR, TOPICS, FEE, CURRENCY, BIO -> 1;
        };
    }

    /** The share of cells that can be nothing but a value of this field. */
    double proves(ImportField field) {
        return switch (field) {
            case HANDLE -> certainHandles();
            case PLATFORM ->
                share(cell -> cell.length() > 1 && platforms.named(cell).isPresent());
            case COUNTRY ->
                share(cell ->
                        cell.length() >= SHORTEST_NAME && Countries.codeOf(cell).isPresent());
            case LANGUAGES -> share(cell -> cell.length() >= SHORTEST_NAME && Languages.isName(cell));
            case DISPLAY_NAME,
                    FOLLOWERS,
                    ENGAGEMENT_RATE,
                    INTERACTIONS,
                    AVERAGE_VIEWS,
                    BIRTH_YEAR,
                    TOPICS,
                    FEE,
                    CURRENCY,
                    BIO -> 0;
        };
    }

    private double share(Predicate<String> condition) {
        return filled.isEmpty() ? 0 : (double) filled.stream().filter(condition).count() / filled.size();
    }
}
