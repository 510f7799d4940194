package org.affinity.profile.search.store;

import java.util.Comparator;
import java.util.List;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.SearchTerms;
import org.affinity.profile.search.domain.TermGroup;
import org.affinity.profile.search.store.TermStatistics.Shares;

/**
 * What the two ways to a page are likely to cost, in microseconds: to walk along the order until it is full, or to
 * fetch all matches and sort them. Terms count as independent of each other, so either may turn out wrong.
 *
 * @param steps entries of the order that a full page takes
 * @param step cost of one of them
 */
record Estimate(double walk, double fetch, long steps, double step) {

    /** Measured: the next entry of an index; a row of the table found by its id; one found by a bitmap. */
    private static final double ENTRY = 0.15;

    private static final double VISIT = 4;
    private static final double FETCH = 3;
    /** Of those who have the terms, so many also have the figures that no term tells. */
    private static final double UNTOLD = 0.5;
    /** A bitmap of fewer matches than this takes no more terms to narrow it. */
    private static final double FEW = 300;

    private static final double UNSELECTIVE = 0.3;

    static Estimate of(CreatorQuery query, SearchOrder order, List<TermGroup> groups, int limit, Shares shares) {
        double match = share(groups, shares);
        double marked = share(SearchTerms.marked(query, true), shares);
        if (query.account().limitsFollowers()) {
            double size = shares.of(TermGroup.of("f:", SearchTerms.digits(query.account())));
            double within = Math.max(size, 1e-9);
            match = order.isWithinSizes() ? Math.min(1, match / within) : match;
            marked = order.isWithinSizes() ? marked : marked * size;
        }
        double steps = Math.min((double) shares.creators(), limit / Math.max(match * UNTOLD, 1e-9));
        double matches = (double) shares.creators() * share(groups, shares);
        double step = ENTRY + marked * VISIT;
        return new Estimate(steps * step, groups.isEmpty() ? Double.MAX_VALUE : matches * FETCH, (long) steps, step);
    }

    /** How many entries are walked for what it costs to fetch so many matches twice; {@code most} at most. */
    int stepsFor(int matches, int most) {
        return Math.clamp((long) (2 * matches * FETCH / step), 1, most);
    }

    /** Those groups, the rarest first, that leave few enough matches over, and no others that hardly narrow them. */
    static List<TermGroup> selective(List<TermGroup> groups, Shares shares) {
        List<TermGroup> rarest =
                groups.stream().sorted(Comparator.comparingDouble(shares::of)).toList();
        double left = (double) shares.creators();
        int taken = 0;
        while (taken < rarest.size() && (taken == 0 || (left > FEW && shares.of(rarest.get(taken)) < UNSELECTIVE))) {
            left *= shares.of(rarest.get(taken++));
        }
        return rarest.subList(0, taken);
    }

    boolean isWalkCheaper() {
        return walk <= fetch;
    }

    private static double share(List<TermGroup> groups, Shares shares) {
        return groups.stream().mapToDouble(shares::of).reduce(1, (one, other) -> one * other);
    }
}
