package org.affinity.matching.lookalike;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.lookalike.domain.Filters;
import org.affinity.matching.lookalike.domain.Profile;
import org.affinity.matching.lookalike.domain.Similarity;
import org.affinity.matching.match.Creators;
import org.affinity.matching.match.Reviews;

/** Finds creators who are like others. */
@ApplicationScoped
public class LookalikeService {

    private final CandidateService candidates;
    private final Creators creators;
    private final Reviews reviews;

    LookalikeService(CandidateService candidates, Creators creators, Reviews reviews) {
        this.candidates = candidates;
        this.creators = creators;
        this.reviews = reviews;
    }

    /** Creators most like some others, who are not among them; the same as comparing everybody and sorting. */
    public List<Similarity> find(List<UUID> creatorIds, Filters filters, int limit) {
        Map<UUID, Candidate> known = creators.find(creatorIds);
        List<Profile> seeds = new ArrayList<>();
        for (int i = 0; i < creatorIds.size(); i++) {
            UUID creatorId = creatorIds.get(i);
            String pointer = "/creatorIds/" + i;
            Candidate seed = Optional.ofNullable(known.get(creatorId))
                    .filter(Candidate::active)
                    .orElseThrow(() -> DomainException.invalid(pointer, "known", "is no creator on the platform"));
            seeds.add(profile(seed)
                    .orElseThrow(() -> DomainException.invalid(
                            pointer, "sizeKnown", "has no account whose number of followers is known")));
        }
        PriorityQueue<Similarity> leastOnTop = new PriorityQueue<>(Similarity.MOST_ALIKE_FIRST.reversed());
        candidates.forEach(candidate -> {
            if (candidate.active() && !creatorIds.contains(candidate.creatorId())) {
                profile(candidate).filter(filters::pass).ifPresent(profile -> {
                    leastOnTop.add(Similarity.of(profile, seeds));
                    if (leastOnTop.size() > limit) {
                        leastOnTop.poll();
                    }
                });
            }
        });
        return leastOnTop.stream().sorted(Similarity.MOST_ALIKE_FIRST).toList();
    }

    private Optional<Profile> profile(Candidate candidate) {
        return reviews.largestAccount(candidate).map(expected -> new Profile(candidate, expected));
    }
}
