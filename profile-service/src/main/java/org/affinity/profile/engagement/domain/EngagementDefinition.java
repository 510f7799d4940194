package org.affinity.profile.engagement.domain;

import java.util.List;
import java.util.Optional;
import org.affinity.profile.creator.domain.Platform;

/**
 * One named way to compute an engagement rate.
 *
 * @param id name under which requests choose it
 * @param version rises when a rule changes
 * @param source who published it, and what of it is ours
 */
public record EngagementDefinition(String id, int version, String title, String source, List<EngagementRule> rules) {

    public EngagementDefinition {
        rules = List.copyOf(rules);
    }

    /** The rule that holds on a platform; empty when the definition says nothing of it. */
    public Optional<EngagementRule> ruleFor(Platform platform) {
        return rules.stream()
                .filter(rule -> rule.platforms().contains(platform))
                .findFirst()
                .or(() -> rules.stream()
                        .filter(rule -> rule.platforms().isEmpty())
                        .findFirst());
    }
}
