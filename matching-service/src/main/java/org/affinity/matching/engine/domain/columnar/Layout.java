package org.affinity.matching.engine.domain.columnar;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.affinity.matching.engine.domain.Row;

/**
 * In which order entries are best laid out: those that tend to be wanted together lie together, so that whole segments
 * and blocks can be passed over. It has no influence on answers.
 *
 * @param keys what entries are sorted by, by their first row; the most telling first
 * @param qualities levels that most plans weigh, whatever they look for, with about the weights they use
 */
public record Layout(List<Key> keys, List<Quality> qualities) {

    /** In the order of arrival. */
    public static final Layout NONE = new Layout(List.of(), List.of());

    /** In {@link Key#column} for the weighted mean of the qualities. */
    public static final int QUALITY = -1;

    public Layout {
        keys = List.copyOf(keys);
        qualities = List.copyOf(qualities);
    }

    /**
     * A column of codes to sort by.
     *
     * @param column {@link #QUALITY} for the mean of the qualities
     * @param shift how many of the lowest bits do not matter, 0 to 7
     */
    public record Key(int column, int shift) {}

    /**
     * A level that is good for all.
     *
     * @param weight more than 0
     * @param unknown the level that stands for unknown
     */
    public record Quality(int column, int weight, int unknown) {

        public Quality {
            if (weight <= 0 || unknown < 0 || unknown > Row.HIGHEST_LEVEL) {
                throw new IllegalArgumentException("a quality needs a weight above 0, and a level for unknown");
            }
        }
    }

    /** Differs when the layout does. */
    int fingerprint() {
        CRC32 crc = new CRC32();
        crc.update(toString().getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    int totalWeight() {
        return qualities.stream().mapToInt(Quality::weight).sum();
    }

    /** The weighted mean of a row's qualities, rounded up; codes above the levels count as they are. */
    int quality(Row row) {
        long sum = 0;
        int total = 0;
        for (Quality quality : qualities) {
            total += quality.weight();
            int code = row.code(quality.column());
            sum += (long) quality.weight() * (code == Row.UNKNOWN_CODE ? quality.unknown() : code);
        }
        return total == 0 ? 0 : Math.toIntExact((sum + total - 1) / total);
    }
}
