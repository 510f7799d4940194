package org.affinity.matching.match.domain;

/**
 * How the audience of a creator is spread over the groups of people that a brief wants to reach; what is missing to 1
 * is not in the target.
 *
 * @param groups numbers of the groups in which there is anybody worth counting, ascending
 * @param shares of the audience in each of them, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // A thousand to a panel; compared by nobody.
record TargetShares(int[] groups, double[] shares) {

    /** Share of the audience that is in the target. */
    double total() {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        return total;
    }
}
