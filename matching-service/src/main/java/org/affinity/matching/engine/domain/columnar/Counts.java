package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.List;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;

/** By segment: entries, those that each rule rejected, those that are eligible. */
final class Counts {

    private static final int ENTRIES = 0;
    private static final int ELIGIBLE = 1;
    private static final int CANDIDATES = 2;
    private static final int REJECTED = 3;

    private int[] counts = new int[0];
    private int rules;
    private int width;

    void reserve(int segments, int forRules) {
        rules = forRules;
        width = REJECTED + forRules;
        if (counts.length < segments * width) {
            counts = new int[(segments + segments / 8 + 1) * width];
        }
    }

    /** Begins with a segment, or begins it again. */
    void start(int segment, int entries) {
        Arrays.fill(counts, segment * width, (segment + 1) * width, 0);
        counts[segment * width + ENTRIES] = entries;
    }

    void reject(int segment, int rule, int entries) {
        counts[segment * width + REJECTED + rule] = entries;
    }

    /**
     * Ends a segment.
     *
     * @param blocks in which eligible rows are
     */
    void end(int segment, int eligible, int blocks) {
        counts[segment * width + ELIGIBLE] = eligible;
        counts[segment * width + CANDIDATES] = blocks;
    }

    int eligible(int segment) {
        return counts[segment * width + ELIGIBLE];
    }

    /** Blocks in which eligible rows are. */
    int candidates(int segment) {
        return counts[segment * width + CANDIDATES];
    }

    /** All segments together. */
    Answer answer(int segments, List<Hit> hits) {
        int entries = 0;
        int eligible = 0;
        int[] rejected = new int[rules];
        for (int start = 0; start < segments * width; start += width) {
            entries += counts[start + ENTRIES];
            eligible += counts[start + ELIGIBLE];
            for (int rule = 0; rule < rules; rule++) {
                rejected[rule] += counts[start + REJECTED + rule];
            }
        }
        return new Answer(entries, eligible, rejected, hits);
    }
}
