package org.affinity.matching.lookalike.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.match.domain.LikenessPlans;

/** Looks for the creators most like some others, and knows how alike anybody can be at most. */
public final class Search {

    private static final int LEVELS = 1_000;

    private final List<Profile> seeds;
    private final Set<UUID> seedIds;
    private final Filters filters;
    private final LocalDate today;
    private final int limit;
    private final PriorityQueue<Similarity> leastOnTop = new PriorityQueue<>(Similarity.MOST_ALIKE_FIRST.reversed());

    /**
     * Looks for creators.
     *
     * @param today on which those who are named may take part, by age and papers
     */
    public Search(List<Profile> seeds, Filters filters, LocalDate today, int limit) {
        this.seeds = List.copyOf(seeds);
        this.seedIds = new HashSet<>();
        seeds.forEach(seed -> seedIds.add(seed.candidate().creatorId()));
        this.filters = filters;
        this.today = today;
        this.limit = limit;
    }

    /** A plan whose first k creators can be most alike: each {@link #atMost} by their points. */
    public Plan plan(int k) {
        return LikenessPlans.atMost(
                seeds.stream().map(Search::traits).toList(),
                new LikenessPlans.Weights(
                        Aspect.COUNTRY.weight(),
                        Aspect.LANGUAGES.weight(),
                        Aspect.TOPICS.weight(),
                        Aspect.NICHES.weight(),
                        Aspect.SIZE.weight()),
                Aspect::sizes,
                new LikenessPlans.Wanted(
                        filters.platforms(),
                        filters.tiers(),
                        filters.countries(),
                        filters.languages(),
                        filters.engagementType()),
                k);
    }

    private static LikenessPlans.Traits traits(Profile seed) {
        return new LikenessPlans.Traits(
                seed.candidate().country(),
                seed.candidate().languages(),
                seed.topics(),
                Aspect.niches(seed),
                seed.followers());
    }

    /** The most millionths that a creator of so many points can have: the plan leaves out rate and audience. */
    public int atMost(int points) {
        boolean anyAudience =
                seeds.stream().anyMatch(seed -> !seed.account().audience().isEmpty());
        return points + LEVELS * (Aspect.ENGAGEMENT.weight() + (anyAudience ? Aspect.AUDIENCE.weight() : 0));
    }

    /** Compares creators. */
    public void look(Collection<Profile> profiles) {
        for (Profile profile : profiles) {
            if (profile.candidate().active()
                    && profile.candidate().mayTakePart(today, today)
                    && !seedIds.contains(profile.candidate().creatorId())
                    && filters.pass(profile)) {
                leastOnTop.add(Similarity.of(profile, seeds));
                if (leastOnTop.size() > limit) {
                    leastOnTop.poll();
                }
            }
        }
    }

    /** Whether nobody who has at most so many millionths can be among the best any more. */
    public boolean isBeyond(int millionths) {
        return leastOnTop.size() == limit && leastOnTop.peek().millionths() > millionths;
    }

    /** The best, most alike first. */
    public List<Similarity> best() {
        return leastOnTop.stream().sorted(Similarity.MOST_ALIKE_FIRST).toList();
    }
}
