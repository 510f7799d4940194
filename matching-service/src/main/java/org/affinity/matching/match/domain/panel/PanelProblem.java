package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom to propose together, as numbers: n creators with a cost each, a budget, a number of places, and what any set S
 * of them is worth,
 *
 * <pre>F(S) = Σ over i in S of additive(i) + Σ over cells c of population(c) × (1 − Π over i in S of (1 − rate(i, c)))
 * </pre>
 *
 * <p>A cell is a group of people who are alike; {@code rate(i, c)} is the share of them that creator i reaches, and
 * inside a cell creators reach people independently of each other (Sainsbury). F never falls when somebody joins, and
 * whoever joins later adds less. Costs are whole numbers of a currency's smallest part in use, so sums are exact.
 */
public final class PanelProblem {

    /** Nobody reaches every last member of a cell: keeps logarithms finite. */
    private static final double HIGHEST_RATE = 1 - 1e-9;

    private final int size;
    private final long budget;
    private final int places;
    private final long[] costs;
    private final double[] additive;
    private final double[] populations;
    private final int[] firstEntry;
    private final int[] entryCells;
    private final double[] entryRates;
    private final BitSet required;
    private final List<Group> groups;
    private final MinimumShare minimumShare;
    /** Those who count towards the same quotas are of the same kind. */
    private final int[] kinds;

    private final int[][] groupsOfKinds;
    /** What is known besides of the people several creators reach; null for nothing. */
    private final Cap cap;

    private PanelProblem(Builder builder) {
        this.size = builder.costs.size();
        this.budget = builder.budget;
        this.places = builder.places;
        this.costs = builder.costs.stream().mapToLong(Long::longValue).toArray();
        this.additive =
                builder.additive.stream().mapToDouble(Double::doubleValue).toArray();
        this.populations =
                builder.populations.stream().mapToDouble(Double::doubleValue).toArray();
        this.firstEntry = new int[size + 1];
        for (int i = 0; i < size; i++) {
            firstEntry[i + 1] = firstEntry[i] + builder.cells.get(i).length;
        }
        this.entryCells = builder.cells.stream().flatMapToInt(Arrays::stream).toArray();
        this.entryRates = builder.rates.stream()
                .flatMapToDouble(Arrays::stream)
                .map(rate -> Math.clamp(rate, 0.0, HIGHEST_RATE))
                .toArray();
        this.required = (BitSet) builder.required.clone();
        this.groups = List.copyOf(builder.groups);
        this.minimumShare = builder.minimumShare;
        this.cap = null;
        List<int[]> groupsOf = new ArrayList<>();
        this.kinds = kinds(groupsOf);
        this.groupsOfKinds = groupsOf.toArray(int[][]::new);
    }

    private PanelProblem(
            PanelProblem other, long budget, int places, List<Group> groups, MinimumShare minimumShare, Cap cap) {
        this.size = other.size;
        this.budget = budget;
        this.places = places;
        this.costs = other.costs;
        this.additive = other.additive;
        this.populations = other.populations;
        this.firstEntry = other.firstEntry;
        this.entryCells = other.entryCells;
        this.entryRates = other.entryRates;
        this.required = other.required;
        this.groups = List.copyOf(groups);
        this.minimumShare = minimumShare;
        this.cap = cap;
        List<int[]> groupsOf = new ArrayList<>();
        this.kinds = kinds(groupsOf);
        this.groupsOfKinds = groupsOf.toArray(int[][]::new);
    }

    /** Numbers the kinds, and adds the groups of each. */
    private int[] kinds(List<int[]> groupsOf) {
        Map<BitSet, Integer> numbers = new HashMap<>();
        int[] kindOf = new int[size];
        for (int creator = 0; creator < size; creator++) {
            BitSet kind = new BitSet();
            for (int g = 0; g < groups.size(); g++) {
                kind.set(g, groups.get(g).members().get(creator));
            }
            kind.set(
                    groups.size(),
                    minimumShare != null && minimumShare.members().get(creator));
            kindOf[creator] = numbers.computeIfAbsent(kind, any -> {
                groupsOf.add(any.stream().filter(g -> g < groups.size()).toArray());
                return groupsOf.size() - 1;
            });
        }
        return kindOf;
    }

    /** What is known of some creators together that keeps a panel from being worth as much as F says. */
    public interface Cap {

        /** The most that a panel can be worth. */
        double most(BitSet members);

        /** Whether anything is known of a creator and others: who is concerned may lower it for those. */
        boolean concerns(int creator);
    }

    /** Between {@code min} and {@code max} of these creators have to be in the panel. */
    public record Group(BitSet members, int min, int max) {}

    /** At least this share of the panel has to be among these creators; an empty panel keeps to it. */
    public record MinimumShare(BitSet members, double share) {

        /** How many members somebody who is none needs beside them at least; one more than the places if too many. */
        int beside(int others, int places) {
            int members = 0;
            while (members <= places && members < needed(members + others)) {
                members++;
            }
            return members;
        }

        /** How many members a panel of that size needs. */
        int needed(int count) {
            return (int) Math.ceil(share * count - 1e-9);
        }
    }

    public int size() {
        return size;
    }

    public long budget() {
        return budget;
    }

    public int places() {
        return places;
    }

    public long cost(int creator) {
        return costs[creator];
    }

    double additive(int creator) {
        return additive[creator];
    }

    int cells() {
        return populations.length;
    }

    double population(int cell) {
        return populations[cell];
    }

    /** Entries of a creator: from {@code firstEntry(i)} up to, without, {@code firstEntry(i + 1)}. */
    int firstEntry(int creator) {
        return firstEntry[creator];
    }

    int cellOf(int entry) {
        return entryCells[entry];
    }

    double rateOf(int entry) {
        return entryRates[entry];
    }

    public BitSet required() {
        return (BitSet) required.clone();
    }

    boolean isRequired(int creator) {
        return required.get(creator);
    }

    public List<Group> groups() {
        return groups;
    }

    /** Number of the kind: those of one kind count towards the same quotas. */
    int kind(int creator) {
        return kinds[creator];
    }

    int kinds() {
        return groupsOfKinds.length;
    }

    /** Numbers of the groups that somebody is in; not to be changed. */
    int[] groupsOf(int creator) {
        return groupsOfKinds[kinds[creator]];
    }

    /** The least share, or null. */
    public MinimumShare minimumShare() {
        return minimumShare;
    }

    /** The same creators under other constraints. */
    public PanelProblem under(long otherBudget, int otherPlaces, List<Group> otherGroups, MinimumShare otherShare) {
        return new PanelProblem(this, otherBudget, otherPlaces, otherGroups, otherShare, cap);
    }

    /** The same problem, where no panel is worth more than the cap says. */
    public PanelProblem with(Cap otherCap) {
        return new PanelProblem(this, budget, places, groups, minimumShare, otherCap);
    }

    /** What a set is worth: F, or the cap where that is less; always the same sum for the same set. */
    public double value(BitSet members) {
        return PanelState.of(this, members).worth();
    }

    boolean isCapped() {
        return cap != null;
    }

    boolean isCapped(int creator) {
        return cap != null && cap.concerns(creator);
    }

    double capped(double value, BitSet members) {
        return cap == null ? value : Math.min(value, cap.most(members));
    }

    /** Collects the creators one by one; the order decides ties, so it has to be the same each time. */
    public static final class Builder {

        private final long budget;
        private final int places;
        private final List<Long> costs = new ArrayList<>();
        private final List<Double> additive = new ArrayList<>();
        private final List<int[]> cells = new ArrayList<>();
        private final List<double[]> rates = new ArrayList<>();
        private final List<Double> populations = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final BitSet required = new BitSet();
        private MinimumShare minimumShare;

        public Builder(long budget, int places) {
            this.budget = budget;
            this.places = places;
        }

        /** Adds a cell and gives its number. */
        public int cell(double population) {
            populations.add(population);
            return populations.size() - 1;
        }

        /** Adds a creator who reaches these shares of these cells, each cell named once; gives the creator's number. */
        public int creator(long cost, double additiveValue, int[] reachedCells, double[] reachedShares) {
            if (cost < 0 || !(additiveValue >= 0) || reachedCells.length != reachedShares.length) {
                throw new IllegalArgumentException("a creator costs and adds 0 or more, and has a share for each cell");
            }
            costs.add(cost);
            additive.add(additiveValue);
            cells.add(reachedCells.clone());
            rates.add(reachedShares.clone());
            return costs.size() - 1;
        }

        /** That creator has to be in the panel. */
        public Builder require(int creator) {
            required.set(creator);
            return this;
        }

        public Builder group(BitSet members, int min, int max) {
            groups.add(new Group((BitSet) members.clone(), min, max));
            return this;
        }

        public Builder minimumShare(BitSet members, double share) {
            minimumShare = new MinimumShare((BitSet) members.clone(), share);
            return this;
        }

        public PanelProblem build() {
            return new PanelProblem(this);
        }
    }
}
