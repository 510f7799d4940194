package org.affinity.reporting.campaign.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Objective;

/** Keeps the copies of campaigns. */
@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<CampaignEntity, UUID> {

    private static final TypeReference<List<Objective>> OBJECTIVES = new TypeReference<>() {};

    private final ObjectMapper json;

    CampaignRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Stores a state unless the copy is newer. */
    public void store(Campaign campaign) {
        CampaignEntity known = findById(campaign.campaignId());
        if (known == null) {
            var entity = new CampaignEntity();
            entity.campaignId = campaign.campaignId();
            copy(campaign, entity);
            persist(entity);
        } else if (known.version < campaign.version()) {
            copy(campaign, known);
        }
    }

    /** The copy of that campaign, as far as the caller may see it. */
    public Optional<Campaign> campaign(UUID campaignId) {
        return findByIdOptional(campaignId).map(this::campaign);
    }

    private void copy(Campaign campaign, CampaignEntity entity) {
        entity.organisationId = campaign.organisationId();
        entity.version = campaign.version();
        entity.state = campaign.state();
        entity.name = campaign.name();
        entity.brand = campaign.brand();
        entity.currency = campaign.currency();
        entity.objectives = write(campaign.objectives());
        entity.startsOn = campaign.startsOn();
        entity.endsOn = campaign.endsOn();
        entity.closedAt = campaign.closedAt();
    }

    private Campaign campaign(CampaignEntity entity) {
        return new Campaign(
                entity.campaignId,
                entity.organisationId,
                entity.version,
                entity.state,
                entity.name,
                entity.brand,
                entity.currency,
                read(entity.objectives),
                entity.startsOn,
                entity.endsOn,
                entity.closedAt);
    }

    private String write(List<Objective> objectives) {
        try {
            return json.writeValueAsString(objectives);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Objectives could not be written", e);
        }
    }

    private List<Objective> read(String objectives) {
        try {
            return json.readValue(objectives, OBJECTIVES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Objectives could not be read", e);
        }
    }
}
