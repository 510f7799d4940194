package org.affinity.profile.imports;

import java.util.Map;
import java.util.TreeMap;

/** How often each reason occurred. */
final class ReasonTotals {

    /** No reason at all, as stored. */
    static final String NONE = "{}";

    private final Map<String, Long> totals = new TreeMap<>();

    ReasonTotals(Map<String, Long> totals) {
        this.totals.putAll(totals);
    }

    void count(String reason) {
        totals.merge(reason, 1L, Long::sum);
    }

    Map<String, Long> totals() {
        return totals;
    }
}
