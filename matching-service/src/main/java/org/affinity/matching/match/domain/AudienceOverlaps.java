package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;

/**
 * How many people several creators reach together, and how many each reaches alone. Inside a group of people (a
 * country, and a topic where the brief names some) creators are taken to reach people independently of each other;
 * bounds hold whatever the truth is, as far as single reaches and known overlaps are right.
 */
public final class AudienceOverlaps {

    private final List<PanelCandidate> creators;
    private final double[] populations;
    private final double population;
    /** Share of each group of people that each creator reaches. */
    private final double[][] rates;

    private final double[] reach;
    private final List<NetReach.Pair> known;

    /**
     * Prepares some creators, each once, who reach as many people as the model expects.
     *
     * @param brief whose target counts; {@link #anyone()} for everybody
     * @param overlaps measured ones; those of creators that are not asked about are passed over
     */
    public AudienceOverlaps(
            PanelModel model,
            Categories categories,
            Brief brief,
            List<PanelCandidate> creators,
            List<KnownOverlap> overlaps) {
        this(
                model,
                categories,
                brief,
                creators,
                overlaps,
                creator -> creator.impressions() * model.reachPerImpression());
    }

    /**
     * Prepares some creators, each once.
     *
     * @param reached people whom one post of a creator reaches, in the target or not
     */
    public AudienceOverlaps(
            PanelModel model,
            Categories categories,
            Brief brief,
            List<PanelCandidate> creators,
            List<KnownOverlap> overlaps,
            ToDoubleFunction<PanelCandidate> reached) {
        this.creators = List.copyOf(creators);
        TargetAudience audience = new TargetAudience(model, categories, brief);
        this.populations = audience.populations();
        this.population = audience.population();
        this.rates = new double[creators.size()][populations.length];
        this.reach = new double[creators.size()];
        Map<UUID, Integer> places = new HashMap<>();
        for (int i = 0; i < creators.size(); i++) {
            places.put(creators.get(i).creatorId(), i);
            double people = reached.applyAsDouble(creators.get(i));
            TargetShares spread = audience.shares(creators.get(i));
            for (int at = 0; at < spread.groups().length; at++) {
                int group = spread.groups()[at];
                rates[i][group] = Math.min(model.highestRate(), people * spread.shares()[at] / populations[group]);
                reach[i] += rates[i][group] * populations[group];
            }
        }
        this.known = overlaps.stream()
                .filter(overlap -> places.containsKey(overlap.oneCreatorId())
                        && places.containsKey(overlap.otherCreatorId())
                        && !overlap.oneCreatorId().equals(overlap.otherCreatorId()))
                .map(overlap -> pair(places, overlap))
                .toList();
    }

    private NetReach.Pair pair(Map<UUID, Integer> places, KnownOverlap overlap) {
        int one = places.get(overlap.oneCreatorId());
        int other = places.get(overlap.otherCreatorId());
        double most = Math.min(reach[one], reach[other]);
        return new NetReach.Pair(Math.min(one, other), Math.max(one, other), Math.clamp(overlap.people(), 0, most));
    }

    /** A brief that is aimed at everybody. */
    public static Brief anyone() {
        return new Brief(
                List.of(new Objective(Aim.VISIBILITY, Kpi.REACH, BigDecimal.ONE)),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                EngagementType.GIFTED,
                Money.zero("EUR"),
                1,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                null,
                null,
                null,
                null);
    }

    /** An amount of people between what is certain at least and at most. */
    public record People(double low, double value, double high) {}

    /** What one creator reaches, and what of it nobody else does. */
    public record Own(PanelCandidate creator, double reach, People exclusive) {}

    /**
     * What two creators reach both.
     *
     * @param measured whether somebody measured it; else it is worked out
     */
    public record Shared(UUID oneCreatorId, UUID otherCreatorId, People people, boolean measured) {}

    /** Different people whom all of them reach together. */
    public NetReach netReach() {
        double modelled = 0;
        for (int group = 0; group < populations.length; group++) {
            modelled += populations[group] * (1 - missedByAllBut(-1, group));
        }
        return NetReach.of(reach, known, modelled, population);
    }

    private double missedByAllBut(int except, int group) {
        double missed = 1;
        for (int i = 0; i < rates.length; i++) {
            if (i != except) {
                missed *= 1 - rates[i][group];
            }
        }
        return missed;
    }

    /** Each creator, in the order in which they were named. */
    public List<Own> own() {
        List<Own> own = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            double exclusive = 0;
            for (int group = 0; group < populations.length; group++) {
                exclusive += populations[group] * rates[i][group] * missedByAllBut(i, group);
            }
            double low = reach[i];
            double high = reach[i];
            for (int j = 0; j < rates.length; j++) {
                if (j != i) {
                    People shared = shared(Math.min(i, j), Math.max(i, j)).people();
                    low -= shared.high();
                    high = Math.min(high, reach[i] - shared.low());
                }
            }
            low = Math.max(0, low);
            own.add(new Own(creators.get(i), reach[i], new People(low, Math.clamp(exclusive, low, high), high)));
        }
        return own;
    }

    /** Each pair, in the order in which they were named. */
    public List<Shared> pairs() {
        List<Shared> pairs = new ArrayList<>();
        for (int one = 0; one < rates.length; one++) {
            for (int other = one + 1; other < rates.length; other++) {
                pairs.add(shared(one, other));
            }
        }
        return pairs;
    }

    private Shared shared(int one, int other) {
        UUID oneId = creators.get(one).creatorId();
        UUID otherId = creators.get(other).creatorId();
        for (NetReach.Pair pair : known) {
            if (pair.one() == one && pair.other() == other) {
                return new Shared(oneId, otherId, new People(pair.people(), pair.people(), pair.people()), true);
            }
        }
        double modelled = 0;
        for (int group = 0; group < populations.length; group++) {
            modelled += populations[group] * rates[one][group] * rates[other][group];
        }
        double high = Math.min(reach[one], reach[other]);
        double low = Math.clamp(reach[one] + reach[other] - population, 0, high);
        return new Shared(oneId, otherId, new People(low, Math.clamp(modelled, low, high), high), false);
    }
}
