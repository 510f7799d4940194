package org.affinity.profile.engagement.domain;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.affinity.profile.tier.domain.TierBand;

/**
 * Benchmarks that others published, for platforms and tiers of which our own pool knows too little: data, in
 * {@code engagement-benchmarks.json}. They disagree; of a platform the first table that covers the size is taken.
 */
public final class PublishedBenchmarks {

    private static final List<Table> TABLES = read();

    private PublishedBenchmarks() {}

    /** The rate published for accounts in the middle of this tier, on a logarithmic scale; empty when there is none. */
    public static Optional<Published> of(String platform, TierBand band) {
        double highest = band.mostFollowers() == null ? band.fewestFollowers() * 10.0 : band.mostFollowers();
        long middle = Math.round(Math.sqrt(Math.max(1, band.fewestFollowers()) * highest));
        return of(platform, middle);
    }

    /** The rate published for accounts with so many followers. */
    public static Optional<Published> of(String platform, long followers) {
        for (Table table : TABLES) {
            for (Row row : table.rows()) {
                if (row.platform().equals(platform) && row.holds(followers)) {
                    return Optional.of(new Published(
                            row.low(), row.high(), table.id(), table.year(), table.source(), table.note()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Table> read() {
        try (InputStream data = PublishedBenchmarks.class.getResourceAsStream("/engagement-benchmarks.json")) {
            return List.copyOf(new ObjectMapper().readValue(data, File.class).tables());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A published rate: a range, or one value when low equals high. */
    public record Published(double low, double high, String table, int year, String source, String note) {

        /** Middle of the range. */
        public double middle() {
            return (low + high) / 2;
        }

        /**
         * What it says of an account before any of its posts is seen. No table tells how accounts spread: we take half
         * the rate as the standard deviation and three times the rate as the fence.
         */
        public Prior prior() {
            double deviation = middle() / 2;
            return new Prior(middle(), deviation * deviation, 3 * middle(), "TABLE " + table);
        }
    }

    private record File(List<Table> tables) {}

    private record Table(String id, int version, int year, String source, String note, List<Row> rows) {}

    private record Row(String platform, long fewest, Long most, double low, double high) {

        boolean holds(long followers) {
            return followers >= fewest && (most == null || followers <= most);
        }
    }
}
