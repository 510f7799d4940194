package org.affinity.matching.engine.domain.columnar;

/** Memory that one thread of a search works in. */
final class Workspace {

    /** Bounds of the blocks of a segment. */
    final int[] bounds = new int[Segment.BLOCKS];
    /** Blocks that are scored side by side. */
    final int[] batch = new int[BlockScorer.BATCH];
    /** By place in the batch, then row. */
    final int[][] sums = new int[BlockScorer.BATCH][Segment.BLOCK];

    /** What a block brings, until it is certain. */
    final int[] points = new int[Segment.BLOCK];

    final long[] idHigh = new long[Segment.BLOCK];
    final long[] idLow = new long[Segment.BLOCK];
    final int[] places = new int[Segment.BLOCK];
    final long[] versions = new long[Segment.BLOCK];
}
