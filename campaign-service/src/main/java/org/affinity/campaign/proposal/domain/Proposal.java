package org.affinity.campaign.proposal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.json.Money;

/**
 * The answer to a brief: a mechanic and a panel, as one match run found them.
 *
 * @param matchId the match run
 * @param matchVersion its version
 * @param campaignId the campaign it answers
 * @param campaignVersion the version of the campaign that was matched
 * @param organisationId the organisation of the campaign
 * @param modelVersion scoring model that was used
 * @param eligibleCount creators that passed every hard rule
 * @param rejected how many each hard rule kept out
 * @param mechanic how the campaign is to work
 * @param panel the proposed creators, best first
 * @param panelCost what the whole panel costs
 * @param completedAt when the run ended
 * @param redactedPlaces places of the panel that are left out because their creators were erased
 */
public record Proposal(
        UUID matchId,
        long matchVersion,
        UUID campaignId,
        long campaignVersion,
        UUID organisationId,
        String modelVersion,
        long eligibleCount,
        List<Rejection> rejected,
        Mechanic mechanic,
        List<PanelPlace> panel,
        Money panelCost,
        Instant completedAt,
        int redactedPlaces) {

    public Proposal {
        Objects.requireNonNull(matchId, "matchId");
        Objects.requireNonNull(campaignId, "campaignId");
        Objects.requireNonNull(organisationId, "organisationId");
        Objects.requireNonNull(mechanic, "mechanic");
        Objects.requireNonNull(panelCost, "panelCost");
        Objects.requireNonNull(completedAt, "completedAt");
        rejected = List.copyOf(rejected);
        panel = List.copyOf(panel);
    }

    /**
     * Whether this proposal replaces another of the same campaign. Events may come twice and out of order: an answer to
     * an older brief never replaces one to a newer brief, nor does an older run, or an older version of the same run.
     */
    public boolean supersedes(Proposal other) {
        if (campaignVersion != other.campaignVersion) {
            return campaignVersion > other.campaignVersion;
        }
        return matchId.equals(other.matchId)
                ? matchVersion > other.matchVersion
                : completedAt.isAfter(other.completedAt);
    }

    /** The same proposal without the places of creators who were erased; the others keep their ranks. */
    public Proposal without(Set<UUID> erased) {
        List<PanelPlace> remaining = panel.stream()
                .filter(place -> !erased.contains(place.creatorId()))
                .toList();
        return new Proposal(
                matchId,
                matchVersion,
                campaignId,
                campaignVersion,
                organisationId,
                modelVersion,
                eligibleCount,
                rejected,
                mechanic,
                remaining,
                panelCost,
                completedAt,
                redactedPlaces + panel.size() - remaining.size());
    }

    /** The place of a creator in the panel. */
    public Optional<PanelPlace> placeOf(UUID creatorId) {
        return panel.stream()
                .filter(place -> place.creatorId().equals(creatorId))
                .findFirst();
    }
}
