package org.affinity.matching.engine.domain.columnar;

/** Memory that a search works in, used again by the next one. */
final class Scratch {

    /** By segment, then block: eligible rows. */
    long[] rows = new long[0];

    /** By segment: what none of its eligible rows can exceed, and the sequence at which all of this was so. */
    int[] highest = new int[0];

    int[] sequences = new int[0];
    /** By segment: entries, eligible ones, and those rejected by each rule. */
    int[] counts = new int[0];

    long[] order = new long[0];
    final int[] blockBounds = new int[Segment.BLOCKS];
    /** What a block brings, until it is certain. */
    final int[] points = new int[Segment.BLOCK];

    final long[] idHigh = new long[Segment.BLOCK];
    final long[] idLow = new long[Segment.BLOCK];
    final int[] places = new int[Segment.BLOCK];

    void reserve(int segments, int rules) {
        if (highest.length < segments) {
            int room = segments + segments / 8 + 1;
            rows = new long[room * Segment.BLOCKS];
            highest = new int[room];
            sequences = new int[room];
            order = new long[room];
        }
        if (counts.length < segments * (rules + 2)) {
            counts = new int[(highest.length + 1) * (rules + 2)];
        }
    }
}
