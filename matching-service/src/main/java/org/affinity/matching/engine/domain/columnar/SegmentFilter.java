package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import org.affinity.matching.engine.domain.Predicate;

/** Finds the eligible rows of a segment, and how many entries each rule rejects. */
final class SegmentFilter {

    private final Filter[] rules;
    private final Filter.Extent[] extents;
    private final Scratch scratch;
    private long looked;
    /** What was read only for memory to bring it. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    SegmentFilter(List<Predicate> rules, Columns columns, Kernel kernel, Scratch scratch) {
        this.rules =
                rules.stream().map(rule -> Filter.of(rule, columns, kernel)).toArray(Filter[]::new);
        extents = new Filter.Extent[this.rules.length];
        this.scratch = scratch;
    }

    /** Blocks that were looked at so far. */
    long looked() {
        return looked;
    }

    /** Puts rows and counts of a segment into the scratch; gives how many entries are eligible. */
    int run(int index, Segment segment) {
        scratch.counts.start(index, segment.entries);
        int end = endOfRules(segment);
        int eligible = end < rules.length ? reject(index, segment, end) : retain(index, segment, end);
        scratch.counts.end(index, eligible, eligible == 0 ? 0 : blocks(index));
        return eligible;
    }

    /** The first rule that no row passes; all rules when there is none. */
    private int endOfRules(Segment segment) {
        for (int rule = 0; rule < rules.length; rule++) {
            extents[rule] = rules[rule].extent(segment);
            if (extents[rule] == Filter.Extent.NONE) {
                return rule;
            }
        }
        return rules.length;
    }

    /** Only numbers matter where nobody passes a rule; who comes before it may be known. */
    private int reject(int index, Segment segment, int end) {
        int first = 0;
        while (first < end && extents[first] == Filter.Extent.ALL) {
            first++;
        }
        int next = first + 1;
        while (next < end && extents[next] == Filter.Extent.ALL) {
            next++;
        }
        int passed = first == end ? segment.entries : next < end ? -1 : rules[first].entries(segment);
        if (passed < 0) {
            passed = retain(index, segment, end);
        } else if (first < end) {
            scratch.counts.reject(index, first, segment.entries - passed);
        }
        scratch.counts.reject(index, end, passed);
        return 0;
    }

    /** Applies the rules before an end. */
    private int retain(int index, Segment segment, int end) {
        int offset = index * Segment.BLOCKS;
        System.arraycopy(segment.live, 0, scratch.rows, offset, Segment.BLOCKS);
        int left = segment.entries;
        touch(segment, end);
        for (int rule = 0; rule < end && left > 0; rule++) {
            if (extents[rule] == Filter.Extent.SOME) {
                rules[rule].retain(segment, scratch.rows, offset);
                looked += Segment.BLOCKS;
                int passed = segment.entriesAmong(scratch.rows, offset);
                scratch.counts.reject(index, rule, left - passed);
                left = passed;
            }
        }
        return left;
    }

    private void touch(Segment segment, int end) {
        int sum = 0;
        for (int rule = 0; rule < end; rule++) {
            sum += extents[rule] == Filter.Extent.SOME ? rules[rule].touch(segment) : 0;
        }
        touched = sum;
    }

    private int blocks(int index) {
        int blocks = 0;
        for (int block = index * Segment.BLOCKS; block < (index + 1) * Segment.BLOCKS; block++) {
            blocks += scratch.rows[block] == 0 ? 0 : 1;
        }
        return blocks;
    }
}
