package org.affinity.matching.engine.domain;

import java.util.List;

/**
 * One summand of a row's score, in points: thousandths of weight times levels away from neutral, so that a point is
 * 1/250,000 of a score. The sum over all terms of a plan must fit an {@code int}.
 */
public sealed interface Term {

    /** Points by code: 256 of them, the last for unknown. */
    @SuppressWarnings("ArrayRecordComponent")
    record CodePoints(int column, int[] points) implements Term {

        public CodePoints {
            require(points.length == Row.UNKNOWN_CODE + 1, "points for 256 codes");
        }
    }

    /**
     * Points by the sum of several levels, the sum capped at {@link Row#HIGHEST_LEVEL}. 0 points when the first column
     * is unknown; an unknown level in a later column adds nothing.
     *
     * @param points 251 of them
     */
    @SuppressWarnings("ArrayRecordComponent")
    record SumPoints(int[] columns, int[] points) implements Term {

        public SumPoints {
            require(columns.length > 0, "at least one column");
            require(points.length == Row.HIGHEST_LEVEL + 1, "points for 251 levels");
        }
    }

    /**
     * Points by how many of the wanted words a row has.
     *
     * @param wanted different words
     * @param pointsByCount from no word on; the last also stands for more
     * @param pointsWhenEmpty when the row has no word at all in that set
     */
    @SuppressWarnings("ArrayRecordComponent")
    record KeywordPoints(int set, List<String> wanted, int[] pointsByCount, int pointsWhenEmpty) implements Term {

        public KeywordPoints {
            wanted = wanted.stream().distinct().toList();
            require(pointsByCount.length > 0, "points for no word");
        }
    }

    /**
     * Points by number, in steps.
     *
     * @param fromAscending where each step begins, itself included
     * @param points one more than there are steps: the first is for what is below all of them
     */
    @SuppressWarnings("ArrayRecordComponent")
    record NumberPoints(int column, int[] fromAscending, int[] points) implements Term {

        public NumberPoints {
            require(points.length == fromAscending.length + 1, "one more points than steps");
        }
    }

    private static void require(boolean holds, String needed) {
        if (!holds) {
            throw new IllegalArgumentException("a term needs " + needed);
        }
    }
}
