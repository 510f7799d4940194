package org.affinity.campaign.proposal.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.proposal.domain.Contribution;
import org.affinity.campaign.proposal.domain.Mechanic;
import org.affinity.campaign.proposal.domain.PanelPlace;
import org.affinity.campaign.proposal.domain.Proposal;
import org.affinity.campaign.proposal.domain.Rejection;
import org.affinity.kit.json.Money;

/** What this service reads of {@code matching.match.completed.v1}; names of lists that may grow stay text. */
record MatchCompleted(
        UUID matchId,
        long version,
        UUID campaignId,
        long campaignVersion,
        UUID organisationId,
        String modelVersion,
        long eligibleCount,
        List<RejectedPart> rejected,
        MechanicPart mechanic,
        List<PlacePart> panel,
        Money panelCost,
        Instant completedAt,
        Integer redactedPlaces) {

    static final String TYPE = "matching.match.completed.v1";

    Proposal toProposal() {
        return new Proposal(
                matchId,
                version,
                campaignId,
                campaignVersion,
                organisationId,
                modelVersion,
                eligibleCount,
                rejected.stream()
                        .map(part -> new Rejection(part.rule(), part.count()))
                        .toList(),
                new Mechanic(mechanic.type(), mechanic.reasons()),
                panel.stream().map(PlacePart::toPlace).toList(),
                panelCost,
                completedAt,
                redactedPlaces == null ? 0 : redactedPlaces);
    }

    record RejectedPart(String rule, long count) {}

    record MechanicPart(String type, List<String> reasons) {}

    record PlacePart(
            int rank,
            UUID creatorId,
            UUID accountId,
            String platform,
            String handle,
            String tier,
            BigDecimal score,
            List<ContributionPart> contributions,
            Money price,
            String priceSource,
            String priceFormat) {

        PanelPlace toPlace() {
            return new PanelPlace(
                    rank,
                    creatorId,
                    accountId,
                    platform,
                    handle,
                    tier,
                    score,
                    contributions.stream().map(ContributionPart::toContribution).toList(),
                    price,
                    priceSource,
                    priceFormat);
        }
    }

    record ContributionPart(
            String signal,
            BigDecimal weight,
            BigDecimal value,
            BigDecimal contribution,
            String source,
            LocalDate observedOn,
            String evidence) {

        Contribution toContribution() {
            return new Contribution(signal, weight, value, contribution, source, observedOn, evidence);
        }
    }
}
