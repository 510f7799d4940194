package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Tries what would become of a panel if somebody who is not in it joined, or took the place of one member. Who is
 * required stays.
 */
public final class PanelExchanges {

    /** Nobody makes room. */
    public static final int NOBODY = -1;

    private static final double NOTABLY = 1e-9;

    private static final Comparator<Trial> BEST_FIRST = Comparator.comparingDouble(Trial::value)
            .reversed()
            .thenComparingInt(trial -> trial.place().member());

    /** Of one newcomer, in members and pairs: known overlaps make it slow to tell what a panel is worth. */
    private static final int WORK_UNDER_OVERLAPS = 5_000;

    private final PanelProblem problem;
    private final PanelState panel;
    private final double worth;
    private final List<Place> places = new ArrayList<>();

    /** A place that could be given to another, and who the others are. */
    private record Place(int member, PanelState others, double value) {}

    /** A place given to a newcomer, and the value of the panel then. */
    private record Trial(Place place, double value) {}

    /**
     * A newcomer in the place of a member.
     *
     * @param out who makes room
     * @param result what the newcomer adds to the others
     * @param lost what the member who makes room adds to them
     */
    public record Exchange(int out, double result, double lost) {

        /** What the panel gains, or loses where it is negative. */
        public double improvement() {
            return result - lost;
        }
    }

    /**
     * The exchange that is worth most.
     *
     * @param isProven whether all others are known to be worth no more
     */
    public record Best(Exchange exchange, boolean isProven) {}

    /**
     * The way in that breaks fewest constraints.
     *
     * @param out who makes room; {@link #NOBODY} for who joins
     */
    public record Nearest(int out, Broken broken) {}

    public PanelExchanges(PanelProblem problem, BitSet members) {
        this.problem = problem;
        this.panel = PanelState.of(problem, members);
        this.worth = panel.worth();
        members.stream().filter(member -> !problem.isRequired(member)).forEach(member -> {
            BitSet others = (BitSet) members.clone();
            others.clear(member);
            PanelState state = PanelState.of(problem, others);
            places.add(new Place(member, state, state.value()));
        });
    }

    /** What of the budget is left. */
    public long left() {
        return panel.left();
    }

    /** What a newcomer would add to the panel if every constraint allowed it. */
    public double gain(int newcomer) {
        return problem.isCapped() ? worthWith(panel, newcomer) - worth : panel.gain(newcomer);
    }

    /** Which constraints a panel with one more would break. */
    public Broken joining(int newcomer) {
        return panel.brokenWith(newcomer);
    }

    /** Whether that much more makes the panel notably better. */
    public boolean isNotable(double improvement) {
        return improvement > worth * NOTABLY;
    }

    /**
     * What is best of a newcomer in the place of one member, such that every constraint is kept; empty when that is not
     * possible.
     *
     * @param members who may make room
     */
    public Optional<Best> best(int newcomer, IntPredicate members) {
        List<Trial> possible = new ArrayList<>();
        for (Place place : places) {
            if (members.test(place.member())
                    && place.others().brokenWith(newcomer).isNothing()) {
                possible.add(new Trial(place, place.value() + place.others().gain(newcomer)));
            }
        }
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        possible.sort(BEST_FIRST);
        return Optional.of(problem.isCapped() ? bestUnderOverlaps(newcomer, possible) : best(possible.getFirst()));
    }

    private Best best(Trial trial) {
        double others = trial.place().value();
        return new Best(new Exchange(trial.place().member(), trial.value() - others, worth - others), true);
    }

    /** Values come before overlaps: whoever has a lower one than what another is worth with them need not be tried. */
    private Best bestUnderOverlaps(int newcomer, List<Trial> possible) {
        int work = WORK_UNDER_OVERLAPS;
        Place best = null;
        double most = Double.NEGATIVE_INFINITY;
        boolean isProven = true;
        for (Trial trial : possible) {
            if (trial.value() <= most) {
                break;
            }
            if (work <= 0) {
                isProven = false;
                break;
            }
            work -= panel.count() * (panel.count() + 1) / 2;
            double trialWorth = worthWith(trial.place().others(), newcomer);
            if (trialWorth > most) {
                best = trial.place();
                most = trialWorth;
            }
        }
        double others = best.others().worth();
        return new Best(new Exchange(best.member(), most - others, worth - others), isProven);
    }

    private double worthWith(PanelState others, int newcomer) {
        BitSet members = others.members();
        members.set(newcomer);
        return problem.value(members);
    }

    /**
     * The way in that breaks fewest constraints: of those that break as many joining, or where money is short the one
     * that frees most.
     */
    public Nearest nearest(int newcomer) {
        return Stream.concat(
                        Stream.of(new Nearest(NOBODY, joining(newcomer))),
                        places.stream()
                                .map(place -> new Nearest(
                                        place.member(), place.others().brokenWith(newcomer))))
                .min(Comparator.comparingInt(
                                (Nearest nearest) -> nearest.broken().count())
                        .thenComparingLong(this::order))
                .orElseThrow();
    }

    private long order(Nearest nearest) {
        boolean isJoining = nearest.out() == NOBODY;
        if (isJoining && !nearest.broken().budget()) {
            return Long.MIN_VALUE;
        }
        return isJoining ? 0 : -problem.cost(nearest.out());
    }
}
