package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.affinity.matching.match.domain.panel.PanelProblem;

/**
 * How many different people overlaps that somebody measured allow a panel to reach at most, each creator's reach times
 * the fit: two creators who come about independently share their overlap times the fit of both. Nor is it ever more
 * people than all of them reach when everybody comes about.
 */
final class OverlapCap implements PanelProblem.Cap {

    private final double[] reach;
    private final double[] fits;
    private final List<NetReach.Pair> known;
    private final double population;

    /**
     * A cap.
     *
     * @param reach people in the target whom each creator reaches alone
     * @param fits chance of each that it comes about
     * @param known overlaps, of creators by their numbers
     */
    OverlapCap(double[] reach, double[] fits, List<NetReach.Pair> known, double population) {
        this.reach = reach.clone();
        this.fits = fits.clone();
        this.known = List.copyOf(known);
        this.population = population;
    }

    @Override
    public boolean concerns(int creator) {
        return known.stream().anyMatch(pair -> pair.one() == creator || pair.other() == creator);
    }

    @Override
    public double most(BitSet members) {
        int[] numbers = members.stream().toArray();
        int[] places = new int[reach.length];
        double[] alone = new double[numbers.length];
        double[] byFit = new double[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            places[numbers[at]] = at;
            alone[at] = reach[numbers[at]];
            byFit[at] = alone[at] * fits[numbers[at]];
        }
        List<NetReach.Pair> shared = new ArrayList<>();
        List<NetReach.Pair> sharedByFit = new ArrayList<>();
        for (NetReach.Pair pair : known) {
            if (members.get(pair.one()) && members.get(pair.other())) {
                int one = places[pair.one()];
                int other = places[pair.other()];
                // No more than the smaller reach, before the fit: a larger claim must not count more than that.
                double people = Math.min(pair.people(), Math.min(alone[one], alone[other]));
                shared.add(new NetReach.Pair(one, other, people));
                sharedByFit.add(new NetReach.Pair(one, other, people * fits[pair.one()] * fits[pair.other()]));
            }
        }
        return shared.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.min(NetReach.upper(alone, shared, population), NetReach.upper(byFit, sharedByFit, population));
    }
}
