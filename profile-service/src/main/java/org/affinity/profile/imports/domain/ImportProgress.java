package org.affinity.profile.imports.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast an import gets on.
 *
 * @param recordsTotal records of the file, null until they have been counted
 * @param share worked off so far, in [0,1]; null until they have been counted
 * @param recordsPerSecond mean of the present attempt; null before its first batch
 * @param estimatedEndAt when it ends at that speed; null when that cannot be said or it has ended
 */
public record ImportProgress(Long recordsTotal, Double share, Double recordsPerSecond, Instant estimatedEndAt) {

    private static final double NANOS = 1e9;

    /** Progress after so many records, the present attempt having begun at {@code claimedAt} with so many of them. */
    public static ImportProgress of(
            long records, Long total, Instant claimedAt, long claimedRecords, Instant progressAt, Instant finishedAt) {
        Double share = share(records, total);
        Double rate = rate(records - claimedRecords, claimedAt, progressAt);
        boolean isOpen = finishedAt == null && rate != null && total != null;
        Instant end = isOpen ? progressAt.plus(seconds(Math.max(0, total - records) / rate)) : null;
        return new ImportProgress(total, share, rate, end);
    }

    private static Double share(long records, Long total) {
        if (total == null) {
            return null;
        }
        return total == 0 ? Double.valueOf(1) : Double.valueOf(Math.min(1, (double) records / total));
    }

    private static Double rate(long done, Instant from, Instant to) {
        if (done <= 0 || from == null || to == null || !to.isAfter(from)) {
            return null;
        }
        return done / (Duration.between(from, to).toNanos() / NANOS);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
