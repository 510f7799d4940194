package org.affinity.matching.calibration.domain;

import java.util.Comparator;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/** What is compared with what: one figure, on one platform, of one size of account. */
public record CellKey(CalibratedKpi kpi, Platform platform, Tier tier) implements Comparable<CellKey> {

    private static final Comparator<CellKey> IN_ORDER =
            Comparator.comparing(CellKey::kpi).thenComparing(CellKey::platform).thenComparing(CellKey::tier);

    @Override
    public int compareTo(CellKey other) {
        return IN_ORDER.compare(this, other);
    }
}
