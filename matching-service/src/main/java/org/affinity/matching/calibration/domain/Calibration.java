package org.affinity.matching.calibration.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Compares predictions with results. */
public final class Calibration {

    private final SpreadModel spreads;

    public Calibration(SpreadModel spreads) {
        this.spreads = spreads;
    }

    /** One cell for each figure, platform and size of which anything was measured, in that order. */
    public List<CalibrationCell> cells(Collection<Sample> samples) {
        SequencedMap<CellKey, List<Sample>> byKey = new TreeMap<>();
        for (Sample sample : samples) {
            for (CalibratedKpi kpi : CalibratedKpi.values()) {
                if (sample.has(kpi)) {
                    CellKey key = new CellKey(
                            kpi,
                            sample.prediction().platform(),
                            sample.prediction().tier());
                    byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(sample);
                }
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> CalibrationCell.of(entry.getKey(), entry.getValue(), spreads))
                .toList();
    }
}
