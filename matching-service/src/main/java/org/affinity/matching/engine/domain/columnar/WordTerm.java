package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Points by how many of the wanted words a row has. */
final class WordTerm extends Points {

    private final int set;
    private final int[] wanted;
    private final int[] pointsByCount;
    private final int pointsWhenEmpty;
    private final int[] mostUpTo;
    private final int most;
    private final int least;
    /** Of the segment prepared: how many of the wanted words each row has, and at most in each block. */
    private final char[] counts = new char[Segment.ROWS];

    private final char[] highestCounts = new char[Segment.BLOCKS];

    WordTerm(int set, int[] wanted, int[] pointsByCount, int pointsWhenEmpty) {
        this.set = set;
        this.wanted = wanted;
        this.pointsByCount = pointsByCount;
        this.pointsWhenEmpty = pointsWhenEmpty;
        mostUpTo = pointsByCount.clone();
        for (int count = 1; count < mostUpTo.length; count++) {
            mostUpTo[count] = Math.max(mostUpTo[count - 1], mostUpTo[count]);
        }
        least = Math.min(pointsWhenEmpty, Arrays.stream(pointsByCount).min().orElseThrow());
        most = Math.max(pointsWhenEmpty, mostUpTo[Math.min(wanted.length, mostUpTo.length - 1)]);
    }

    @Override
    long spread() {
        return (long) most - least;
    }

    @Override
    int most(Segment segment, int block) {
        int most = mostUpTo[Math.min(highestCounts[block], mostUpTo.length - 1)];
        return segment.empty[set * Segment.BLOCKS + block] == 0 ? most : Math.max(most, pointsWhenEmpty);
    }

    @Override
    void addMost(Segment segment, long[] rows, int offset, int[] bounds) {
        for (int block = 0; block < Segment.BLOCKS; block++) {
            bounds[block] += most;
        }
    }

    @Override
    void prepare(Segment segment, int[] bounds) {
        prepare(segment);
        for (int block = 0; block < Segment.BLOCKS; block++) {
            bounds[block] += most(segment, block) - most;
        }
    }

    @Override
    void prepare(Segment segment) {
        for (int block = 0; block < Segment.BLOCKS; block++) {
            // Of most words a segment has few.
            if (highestCounts[block] > 0) {
                Arrays.fill(counts, block * Segment.BLOCK, (block + 1) * Segment.BLOCK, '\0');
                highestCounts[block] = 0;
            }
        }
        Postings postings = segment.postings;
        for (int word : wanted) {
            int place = postings.find(word);
            if (place >= 0) {
                for (int i = postings.starts()[place]; i < postings.starts()[place + 1]; i++) {
                    int row = postings.rows()[i];
                    raise(row, counts[row] + 1);
                }
            }
        }
        if (segment.recentRows > 0) {
            recent(segment);
        }
    }

    private void recent(Segment segment) {
        for (int block = 0; block < Segment.BLOCKS; block++) {
            for (long left = segment.recent[block] & segment.live[block]; left != 0; left &= left - 1) {
                int row = block * Segment.BLOCK + Long.numberOfTrailingZeros(left);
                counts[row] = 0;
                int count = 0;
                for (int word : wanted) {
                    count += Arrays.binarySearch(segment.recentWords[row], word) >= 0 ? 1 : 0;
                }
                raise(row, count);
            }
        }
    }

    private void raise(int row, int count) {
        counts[row] = (char) count;
        if (count > highestCounts[row / Segment.BLOCK]) {
            highestCounts[row / Segment.BLOCK] = (char) count;
        }
    }

    @Override
    void add(Segment segment, int block, long rows, int[] sums) {
        long empty = segment.empty[set * Segment.BLOCKS + block];
        for (long left = rows; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            int count = counts[block * Segment.BLOCK + bit];
            sums[bit] += (empty >>> bit & 1) != 0
                    ? pointsWhenEmpty
                    : pointsByCount[Math.min(count, pointsByCount.length - 1)];
        }
    }
}
