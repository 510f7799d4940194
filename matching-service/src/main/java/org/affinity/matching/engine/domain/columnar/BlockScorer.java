package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores blocks, and stops as soon as no row can reach the threshold any more: what costs nothing first, then the terms
 * that differ most.
 */
final class BlockScorer {

    /** Terms added between two looks at whether any row is left. */
    private static final int STRIDE = 3;

    private final Kernel kernel;
    private final CodeTerm[] codes;
    private final Points[] others;
    private final int[] sums = new int[Segment.BLOCK];
    /** Terms of the block at hand that remain to be added, the bound of each, and their chunk (negative: of exceptions). */
    private final Points[] pending;

    private final int[] pendingMost;
    private final int[] pendingChunk;
    private int pendingCount;
    private final CodeTerm[] sparse;
    private final int[] sparseChunk;
    /** A sum over one byte of each chunk: to read them all at once makes them come sooner than one after the other. */
    @SuppressWarnings("UnusedVariable")
    private int touched;
    /** What every row has. */
    private int common;

    BlockScorer(List<Points> terms, Kernel kernel) {
        this.kernel = kernel;
        Comparator<Points> widestFirst =
                Comparator.<Points>comparingLong(Points::spread).reversed();
        codes = terms.stream()
                .filter(CodeTerm.class::isInstance)
                .sorted(widestFirst)
                .toArray(CodeTerm[]::new);
        others = terms.stream()
                .filter(term -> !(term instanceof CodeTerm))
                .sorted(widestFirst)
                .toArray(Points[]::new);
        pending = new Points[terms.size()];
        pendingMost = new int[terms.size()];
        pendingChunk = new int[terms.size()];
        sparse = new CodeTerm[codes.length];
        sparseChunk = new int[codes.length];
    }

    /** Those of the rows that reach the threshold; {@link Integer#MIN_VALUE} for no threshold. */
    long score(Segment segment, int block, long rows, int threshold) {
        Arrays.fill(sums, 0);
        common = 0;
        long remaining = plan(segment, block);
        long left = rows;
        for (int i = 0; i < pendingCount && left != 0; i++) {
            add(pending[i], pendingChunk[i], segment, block, left);
            remaining -= pendingMost[i];
            if (i % STRIDE == STRIDE - 1 || i == pendingCount - 1) {
                left = reaching(left, threshold, remaining);
            }
        }
        return left;
    }

    private void add(Points term, int chunk, Segment segment, int block, long rows) {
        if (!(term instanceof CodeTerm code)) {
            term.add(segment, block, rows, sums);
        } else if (chunk < 0) {
            common += code.addSparse(segment.sparse, Segment.offset(-chunk), sums);
        } else {
            code.addDense(segment, block, Segment.offset(chunk), rows, sums);
        }
    }

    /** Adds what is the same for all rows, and puts the rest into order: dense chunks, exceptions, other terms. */
    private long plan(Segment segment, int block) {
        long remaining = 0;
        int exceptions = 0;
        int seen = 0;
        byte[] dense = segment.dense;
        pendingCount = 0;
        for (CodeTerm term : codes) {
            int chunk = segment.chunks[term.column * Segment.BLOCKS + block];
            if (chunk < Segment.CONSTANTS) {
                common += term.points[chunk];
            } else if (Segment.isSparse(chunk)) {
                sparse[exceptions] = term;
                sparseChunk[exceptions++] = -chunk;
                seen += segment.sparse[Segment.offset(chunk)];
            } else {
                remaining += later(term, chunk, segment, block);
                seen += dense[Segment.offset(chunk)];
            }
        }
        touched = seen;
        for (int i = 0; i < exceptions; i++) {
            remaining += later(sparse[i], sparseChunk[i], segment, block);
        }
        for (Points term : others) {
            remaining += later(term, 0, segment, block);
        }
        return remaining;
    }

    private int later(Points term, int chunk, Segment segment, int block) {
        int most = term.most(segment, block);
        pending[pendingCount] = term;
        pendingChunk[pendingCount] = chunk;
        pendingMost[pendingCount++] = most;
        return most;
    }

    /** The points of a row of the block that was scored, if it is one that reached the threshold. */
    int points(int bit) {
        return sums[bit] + common;
    }

    private long reaching(long rows, int threshold, long remaining) {
        if (threshold == Integer.MIN_VALUE) {
            return rows;
        }
        long needed = threshold - remaining - common;
        return rows & kernel.atLeast(sums, Math.clamp(needed, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
}
