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
 * @param options what its panel has to keep to besides budget and places
 * @param withPanel whether a panel is wanted now; one that is asked for later keeps to the options too
 * @param weights of signals in thousandths, where others than the model's are asked for
 */
public record CampaignToMatch(
        UUID campaignId,
        long version,
        UUID organisationId,
        Brief brief,
        PanelOptions options,
        boolean withPanel,
        Map<Signal, Integer> weights) {

    public CampaignToMatch {
        weights = Map.copyOf(weights);
    }

    /** The same, for another panel or none, and weighed otherwise. */
    public CampaignToMatch with(PanelOptions panel, boolean wanted, Map<Signal, Integer> others) {
        return new CampaignToMatch(campaignId, version, organisationId, brief, panel, wanted, others);
    }

    /** The same, without asking for some creators. */
    CampaignToMatch without(Set<UUID> creators) {
        return creators.isEmpty() ? this : with(options.without(creators), withPanel, weights);
    }

    /** Weighed as the model says. */
    public CampaignToMatch(UUID campaignId, long version, UUID organisationId, Brief brief, PanelOptions options) {
        this(campaignId, version, organisationId, brief, options, true, Map.of());
    }

    /** What the panel that is wanted now has to keep to; null without one. */
    PanelOptions optionsOfPanel() {
        return withPanel ? options : null;
    }
}
