package org.affinity.campaign.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.brief.domain.Aim;
import org.affinity.campaign.brief.domain.Audience;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.Campaign;
import org.affinity.campaign.brief.domain.CampaignState;
import org.affinity.campaign.brief.domain.Conditions;
import org.affinity.campaign.brief.domain.ContentFormat;
import org.affinity.campaign.brief.domain.EngagementType;
import org.affinity.campaign.brief.domain.Exposure;
import org.affinity.campaign.brief.domain.Habit;
import org.affinity.campaign.brief.domain.Kpi;
import org.affinity.campaign.brief.domain.Objective;
import org.affinity.campaign.brief.domain.PanelOptions;
import org.affinity.campaign.brief.domain.Place;
import org.affinity.campaign.brief.domain.Platform;
import org.affinity.campaign.brief.domain.SolicitationCap;
import org.affinity.campaign.brief.domain.Tier;
import org.affinity.kit.json.Money;

/**
 * Payload of {@code campaign.campaign.published.v1} and {@code campaign.campaign.closed.v1}: the full state.
 *
 * @param redaction {@code ERASED} when a campaign is told again without a creator who was erased from its brief
 */
record CampaignEvent(
        UUID campaignId,
        long version,
        UUID organisationId,
        CampaignState state,
        String name,
        BriefPart brief,
        Instant publishedAt,
        Instant closedAt,
        String redaction) {

    static final String PUBLISHED = "campaign.campaign.published.v1";
    static final String CLOSED = "campaign.campaign.closed.v1";

    private static final String ERASED = "ERASED";

    static CampaignEvent of(Campaign.Published campaign, long version) {
        return of(campaign, CampaignState.PUBLISHED, version, campaign.publishedAt(), null, null);
    }

    static CampaignEvent of(Campaign.Closed campaign, long version) {
        return of(campaign, CampaignState.CLOSED, version, campaign.publishedAt(), campaign.closedAt(), null);
    }

    /** A running campaign, told again. */
    static CampaignEvent redacted(Campaign.Running campaign, long version) {
        return of(campaign, CampaignState.PUBLISHED, version, campaign.publishedAt(), null, ERASED);
    }

    /** A closed campaign, told again. */
    static CampaignEvent redacted(Campaign.Closed campaign, long version) {
        return of(campaign, CampaignState.CLOSED, version, campaign.publishedAt(), campaign.closedAt(), ERASED);
    }

    private static CampaignEvent of(
            Campaign campaign,
            CampaignState told,
            long version,
            Instant publishedAt,
            Instant closedAt,
            String redaction) {
        return new CampaignEvent(
                campaign.identity().campaignId(),
                version,
                campaign.identity().organisationId(),
                told,
                campaign.name(),
                BriefPart.of(campaign.brief()),
                publishedAt,
                closedAt,
                redaction);
    }

    record BriefPart(
            String brand,
            String description,
            List<ObjectivePart> objectives,
            Audience audience,
            List<Platform> platforms,
            List<Tier> tiers,
            EngagementType engagementType,
            Money budget,
            int maxCreators,
            LocalDate startsOn,
            LocalDate endsOn,
            String sector,
            List<ContentFormat> formats,
            List<String> competitors,
            Integer exclusivityDays,
            List<String> causes,
            Place place,
            List<Habit> habits,
            List<String> excludedTopics,
            SolicitationCap solicitationCap,
            Exposure exposure,
            PanelOptions panel) {

        static BriefPart of(Brief brief) {
            Conditions conditions = brief.conditions();
            return new BriefPart(
                    brief.brand(),
                    brief.description(),
                    brief.objectives().stream().map(ObjectivePart::of).toList(),
                    brief.audience(),
                    brief.platforms(),
                    brief.tiers(),
                    brief.engagementType(),
                    brief.budget(),
                    brief.maxCreators(),
                    brief.startsOn(),
                    brief.endsOn(),
                    conditions.sector(),
                    conditions.formats(),
                    conditions.competitors(),
                    conditions.exclusivityDays(),
                    conditions.causes(),
                    conditions.place(),
                    conditions.habits(),
                    conditions.excludedTopics(),
                    conditions.solicitationCap(),
                    conditions.exposure(),
                    conditions.panel());
        }
    }

    record ObjectivePart(UUID objectiveId, Aim aim, Kpi kpi, String target) {

        static ObjectivePart of(Objective objective) {
            return new ObjectivePart(
                    objective.id(),
                    objective.aim(),
                    objective.kpi(),
                    objective.target().toPlainString());
        }
    }
}
