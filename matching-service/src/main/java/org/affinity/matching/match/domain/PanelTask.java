package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.panel.PanelProblem;

/** A brief and a pool turned into numbers: what is maximised, and the people each creator reaches. */
final class PanelTask {

    private final PanelModel model;
    private final Brief brief;
    private final PanelOptions options;
    private final List<PanelCandidate> pool;
    private final TargetAudience audience;
    private final List<TargetShares> shares;
    private final int scale;
    private final PanelProblem objective;
    /** The same creators by the people in the target they reach, without fit: its value is the modelled net reach. */
    private final PanelProblem reach;

    PanelTask(PanelModel model, Categories categories, Brief brief, PanelOptions options, List<PanelCandidate> pool) {
        this.model = model;
        this.brief = brief;
        this.options = options;
        this.pool = List.copyOf(pool);
        this.audience = new TargetAudience(model, categories, brief);
        this.shares = pool.stream().map(audience::shares).toList();
        this.scale = Stream.concat(Stream.of(brief.budget()), pool.stream().map(PanelCandidate::price))
                .mapToInt(money -> money.amount().scale())
                .max()
                .orElseThrow();
        this.reach = build(Kpi.REACH, false);
        this.objective = capped(build(brief.mainKpi(), true));
    }

    List<PanelCandidate> pool() {
        return pool;
    }

    double population() {
        return audience.population();
    }

    /** What is to be solved. */
    PanelProblem objective() {
        return objective;
    }

    /**
     * What each KPI adds up to. Whoever sees two creators gives two impressions and may react to both, so impressions
     * and engagements add up, as posts do; a rate is raised by engagements. A person is reached once, and gives once:
     * reach and donations count people, and people who are likely to act, one time each.
     */
    private PanelProblem build(Kpi kpi, boolean byFit) {
        PanelProblem.Builder builder = new PanelProblem.Builder(minor(brief.budget()), brief.maxCreators());
        double[] populations = audience.populations();
        Arrays.stream(populations).forEach(builder::cell);
        for (int i = 0; i < pool.size(); i++) {
            PanelCandidate candidate = pool.get(i);
            double fit = byFit ? model.fit(candidate.score()) : 1;
            double inTarget = shares.get(i).total();
            switch (kpi) {
                case REACH ->
                    people(builder, i, candidate.impressions() * model.reachPerImpression(), fit, populations);
                case DONATIONS -> people(builder, i, candidate.interactions(), fit, populations);
                case IMPRESSIONS -> amount(builder, candidate, candidate.impressions() * inTarget * fit);
                case ENGAGEMENTS, ENGAGEMENT_RATE ->
                    amount(builder, candidate, candidate.interactions() * inTarget * fit);
                case POSTS -> amount(builder, candidate, fit);
            }
        }
        constraints(builder);
        return builder.build();
    }

    /** Overlaps that the request states are of people who are reached, so they limit how many these are. */
    private PanelProblem capped(PanelProblem problem) {
        Map<UUID, Integer> numbers = new HashMap<>();
        IntStream.range(0, pool.size()).forEach(i -> numbers.put(pool.get(i).creatorId(), i));
        List<NetReach.Pair> known = known(numbers);
        if (known.isEmpty() || brief.mainKpi() != Kpi.REACH) {
            return problem;
        }
        double[] alone =
                IntStream.range(0, pool.size()).mapToDouble(this::reachInTarget).toArray();
        double[] fits = pool.stream()
                .mapToDouble(candidate -> model.fit(candidate.score()))
                .toArray();
        return problem.with(new OverlapCap(alone, fits, known, audience.population()));
    }

    /** Those of some creators, by the numbers that they have. */
    private List<NetReach.Pair> known(Map<UUID, Integer> numbers) {
        return options.overlaps().stream()
                .filter(overlap -> numbers.containsKey(overlap.oneCreatorId())
                        && numbers.containsKey(overlap.otherCreatorId())
                        && !overlap.oneCreatorId().equals(overlap.otherCreatorId()))
                .map(overlap -> new NetReach.Pair(
                        numbers.get(overlap.oneCreatorId()), numbers.get(overlap.otherCreatorId()), overlap.people()))
                .toList();
    }

    private void amount(PanelProblem.Builder builder, PanelCandidate candidate, double amount) {
        builder.creator(minor(candidate.price()), amount, new int[0], new double[0]);
    }

    private void people(PanelProblem.Builder builder, int number, double people, double fit, double[] populations) {
        TargetShares spread = shares.get(number);
        int[] groups = spread.groups();
        double[] rates = new double[groups.length];
        Arrays.setAll(
                rates,
                at -> fit * Math.min(model.highestRate(), people * spread.shares()[at] / populations[groups[at]]));
        builder.creator(minor(pool.get(number).price()), 0, groups, rates);
    }

    private void constraints(PanelProblem.Builder builder) {
        IntStream.range(0, pool.size())
                .filter(i -> options.mustInclude().contains(pool.get(i).creatorId()))
                .forEach(builder::require);
        options.quotas().forEach(quota -> builder.group(members(quota::counts), quota.least(), quota.most()));
        if (options.minSmallShare() != null) {
            builder.minimumShare(small(), options.minSmallShare());
        }
    }

    /** Whom each quota counts in a panel. */
    List<PanelPlan.QuotaCount> quotas(BitSet panel) {
        return options.quotas().stream()
                .map(quota -> {
                    BitSet known = members(quota::counts);
                    BitSet unknown = members(quota::isUnknownOf);
                    return new PanelPlan.QuotaCount(
                            quota,
                            countShared(known, panel),
                            countShared(unknown, panel),
                            known.cardinality(),
                            unknown.cardinality());
                })
                .toList();
    }

    /** Of how many creators nothing tells whether a quota counts them. */
    int unknown(Quota quota) {
        return members(quota::isUnknownOf).cardinality();
    }

    private static int countShared(BitSet some, BitSet others) {
        BitSet shared = (BitSet) some.clone();
        shared.and(others);
        return shared.cardinality();
    }

    BitSet small() {
        return members(candidate -> model.smallTiers().contains(candidate.tier()));
    }

    private BitSet members(Predicate<PanelCandidate> test) {
        BitSet members = new BitSet();
        IntStream.range(0, pool.size()).filter(i -> test.test(pool.get(i))).forEach(members::set);
        return members;
    }

    long minor(Money money) {
        return money.amount().setScale(scale).unscaledValue().longValueExact();
    }

    Money money(long minor) {
        return new Money(BigDecimal.valueOf(minor, scale), brief.budget().currency());
    }

    /** How many different people the panel reaches. */
    NetReach netReach(BitSet members) {
        int[] numbers = members.stream().toArray();
        Map<UUID, Integer> places = new HashMap<>();
        double[] alone = new double[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            places.put(pool.get(numbers[at]).creatorId(), at);
            alone[at] = reachInTarget(numbers[at]);
        }
        return NetReach.of(alone, known(places), reach.value(members), audience.population());
    }

    double reachInTarget(int number) {
        BitSet one = new BitSet();
        one.set(number);
        return reach.value(one);
    }
}
