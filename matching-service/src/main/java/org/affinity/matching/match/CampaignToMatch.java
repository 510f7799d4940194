package org.affinity.matching.match;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.Signal;

/**
 * A version of a campaign, as far as matching needs it, or a brief that belongs to none.
 *
 * @param campaignId null for a brief that belongs to no campaign
 * @param options what its panel has to keep to besides the brief; null when no panel is wanted
 * @param weights of signals in thousandths, where others than the model's are asked for
 */
public record CampaignToMatch(
        UUID campaignId,
        long version,
        UUID organisationId,
        Brief brief,
        PanelOptions options,
        Map<Signal, Integer> weights) {

    public CampaignToMatch {
        weights = Map.copyOf(weights);
    }

    /** A brief that belongs to no campaign. */
    public static CampaignToMatch brief(
            UUID organisationId, Brief brief, PanelOptions options, Map<Signal, Integer> weights) {
        return new CampaignToMatch(null, 0, organisationId, brief, options, weights);
    }

    /** The same, for another panel, and weighed otherwise. */
    public CampaignToMatch with(PanelOptions panel, Map<Signal, Integer> others) {
        return new CampaignToMatch(campaignId, version, organisationId, brief, panel, others);
    }

    /** Creators who have to be in the panel. */
    Set<UUID> required() {
        return options == null ? Set.of() : options.mustInclude();
    }

    /** The same, without having some creators in the panel. */
    CampaignToMatch without(Set<UUID> creators) {
        return creators.isEmpty() ? this : with(options.without(creators), weights);
    }

    /** Weighed as the model says. */
    public CampaignToMatch(UUID campaignId, long version, UUID organisationId, Brief brief, PanelOptions options) {
        this(campaignId, version, organisationId, brief, options, Map.of());
    }
}
