package org.affinity.matching.match.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.CampaignToMatch;
import org.affinity.matching.match.domain.Aim;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.Objective;

/** What {@code campaign.campaign} events say of a campaign, as far as matching reads it. */
record CampaignState(UUID campaignId, long version, UUID organisationId, String state, BriefState brief) {

    /** The brief of the campaign. */
    record BriefState(
            List<ObjectiveState> objectives,
            AudienceState audience,
            List<String> platforms,
            List<String> tiers,
            String engagementType,
            MoneyState budget,
            int maxCreators,
            LocalDate startsOn,
            LocalDate endsOn) {

        Brief toDomain() {
            return new Brief(
                    objectives.stream().map(ObjectiveState::toDomain).toList(),
                    Set.copyOf(audience.countries()),
                    Set.copyOf(audience.languages()),
                    Set.copyOf(audience.topics()),
                    platforms.stream().map(Platform::new).collect(Collectors.toUnmodifiableSet()),
                    tiers.stream().map(Tier::valueOf).collect(Collectors.toUnmodifiableSet()),
                    EngagementType.valueOf(engagementType),
                    budget.toDomain(),
                    maxCreators,
                    startsOn,
                    endsOn);
        }
    }

    /** One objective of the brief. */
    record ObjectiveState(String aim, String kpi, String target) {

        Objective toDomain() {
            return new Objective(Aim.valueOf(aim), Kpi.valueOf(kpi), new BigDecimal(target));
        }
    }

    /** Whom the brief wants to reach. */
    record AudienceState(List<String> countries, List<String> languages, List<String> topics) {}

    /** Money on the wire: a decimal string. */
    record MoneyState(String amount, String currency) {

        Money toDomain() {
            return new Money(new BigDecimal(amount), currency);
        }
    }

    CampaignToMatch toMatch() {
        return new CampaignToMatch(campaignId, version, organisationId, brief.toDomain());
    }
}
