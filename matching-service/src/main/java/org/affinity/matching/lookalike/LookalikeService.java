package org.affinity.matching.lookalike;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.lookalike.domain.Filters;
import org.affinity.matching.lookalike.domain.Profile;
import org.affinity.matching.lookalike.domain.Search;
import org.affinity.matching.lookalike.domain.Similarity;
import org.affinity.matching.match.Creators;
import org.affinity.matching.match.Reviews;

/**
 * Finds creators who are like others.
 *
 * <p>The index names those who may be most alike, best first, and they are compared one by one until nobody after them
 * can be more alike than those found. Only where that is not settled soon, as for creators of whom hardly anything is
 * known, everybody is read.
 */
@ApplicationScoped
public class LookalikeService {

    /** So many are asked of the index, first and at last. */
    private static final List<Integer> NAMED = List.of(2_000, 20_000);

    private static final int AT_ONCE = 500;

    private final CandidateService candidates;
    private final Creators creators;
    private final Reviews reviews;

    LookalikeService(CandidateService candidates, Creators creators, Reviews reviews) {
        this.candidates = candidates;
        this.creators = creators;
        this.reviews = reviews;
    }

    /**
     * Creators most like some others, who are not among them; the same as comparing everybody and sorting. Nobody is
     * named who may not take part in anything today, being too young without papers.
     */
    public List<Similarity> find(List<UUID> creatorIds, Filters filters, int limit) {
        List<Profile> seeds = seeds(creatorIds);
        LocalDate today = LocalDate.ofInstant(reviews.now(), ZoneOffset.UTC);
        // Refused until the index is complete.
        candidates.snapshot();
        for (int named : NAMED) {
            Search search = new Search(seeds, filters, today, limit);
            if (isSettled(search, reviews.search(search.plan(named)), named)) {
                return search.best();
            }
        }
        Search everybody = new Search(seeds, filters, today, limit);
        candidates.forEach(candidate -> everybody.look(profiles(List.of(candidate))));
        return everybody.best();
    }

    private List<Profile> seeds(List<UUID> creatorIds) {
        Map<UUID, Candidate> known = creators.find(creatorIds);
        List<Profile> seeds = new ArrayList<>();
        for (int i = 0; i < creatorIds.size(); i++) {
            String pointer = "/creatorIds/" + i;
            Candidate seed = Optional.ofNullable(known.get(creatorIds.get(i)))
                    .filter(Candidate::active)
                    .orElseThrow(() -> DomainException.invalid(pointer, "known", "is no creator who is known here"));
            seeds.add(profiles(List.of(seed)).stream()
                    .findFirst()
                    .orElseThrow(() -> DomainException.invalid(
                            pointer, "sizeKnown", "has no account whose number of followers is known")));
        }
        return seeds;
    }

    /** Compares those who are named until it is certain that nobody else is more alike. */
    private boolean isSettled(Search search, List<Hit> hits, int named) {
        for (int from = 0; from < hits.size(); from += AT_ONCE) {
            if (search.isBeyond(search.atMost(hits.get(from).points()))) {
                return true;
            }
            List<UUID> next = hits.subList(from, Math.min(hits.size(), from + AT_ONCE)).stream()
                    .map(Hit::id)
                    .toList();
            search.look(profiles(creators.find(next).values()));
        }
        return hits.size() < named
                || search.isBeyond(search.atMost(hits.getLast().points()));
    }

    private List<Profile> profiles(Iterable<Candidate> all) {
        List<Profile> profiles = new ArrayList<>();
        for (Candidate candidate : all) {
            reviews.largestAccount(candidate)
                    .ifPresent(expected -> profiles.add(Profile.of(candidate, expected, reviews.categories())));
        }
        return profiles;
    }
}
