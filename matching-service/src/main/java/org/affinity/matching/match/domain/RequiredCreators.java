package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Those who have to be in a panel: who of them is eligible, and why others are not. */
final class RequiredCreators {

    private final Set<UUID> wanted;
    private final Map<UUID, Scored> eligible = new TreeMap<>(Scored::compareIds);
    private final Map<UUID, EligibilityRule> rejected = new TreeMap<>(Scored::compareIds);

    RequiredCreators(Set<UUID> wanted) {
        this.wanted = wanted;
    }

    void eligible(Scored scored) {
        eligible.put(scored.creatorId(), scored);
    }

    void rejected(UUID creatorId, EligibilityRule rule) {
        rejected.put(creatorId, rule);
    }

    /** The pool with those who have to be in and did not come into it by their score. */
    List<Scored> addTo(List<Scored> pool) {
        List<Scored> all = new ArrayList<>(pool);
        Map<UUID, Scored> missing = new LinkedHashMap<>(eligible);
        pool.forEach(scored -> missing.remove(scored.creatorId()));
        all.addAll(missing.values());
        return all;
    }

    /** Why some of them cannot be in. */
    SequencedMap<UUID, String> unavailable() {
        SequencedMap<UUID, String> reasons = new LinkedHashMap<>();
        wanted.stream()
                .filter(creatorId -> !eligible.containsKey(creatorId))
                .sorted(Scored::compareIds)
                .forEach(creatorId -> reasons.put(
                        creatorId,
                        rejected.containsKey(creatorId)
                                ? "is kept out by the rule "
                                        + rejected.get(creatorId).id()
                                : "is not known"));
        return reasons;
    }
}
