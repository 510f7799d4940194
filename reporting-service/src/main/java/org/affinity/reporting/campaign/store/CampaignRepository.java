package org.affinity.reporting.campaign.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Objective;
import org.hibernate.Session;

/** Keeps the copies of campaigns. */
@ApplicationScoped
public class CampaignRepository implements PanacheRepositoryBase<CampaignEntity, UUID> {

    private static final TypeReference<List<Objective>> OBJECTIVES = new TypeReference<>() {};

    private static final String STORE = """
            insert into campaign_copy as copy (campaign_id, organisation_id, version, state, name, brand, currency,
                                               objectives, starts_on, ends_on, closed_at)
            values (:campaign, :organisation, :version, :state, :name, :brand, :currency, :objectives,
                    cast(:startsOn as date), cast(:endsOn as date), cast(:closedAt as timestamptz))
            on conflict (campaign_id) do update
            set organisation_id = excluded.organisation_id, version = excluded.version, state = excluded.state,
                name = excluded.name, brand = excluded.brand, currency = excluded.currency,
                objectives = excluded.objectives, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
                closed_at = excluded.closed_at
            where copy.version < excluded.version""";

    private final ObjectMapper json;

    CampaignRepository(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Stores a state unless the copy is newer; the database decides, so that no older state comes after a newer one.
     */
    public void store(Campaign campaign) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(STORE)
                .setParameter("campaign", campaign.campaignId())
                .setParameter("organisation", campaign.organisationId())
                .setParameter("version", campaign.version())
                .setParameter("state", campaign.state())
                .setParameter("name", campaign.name())
                .setParameter("brand", campaign.brand(), String.class)
                .setParameter("currency", campaign.currency(), String.class)
                .setParameter("objectives", write(campaign.objectives()))
                .setParameter("startsOn", campaign.startsOn(), LocalDate.class)
                .setParameter("endsOn", campaign.endsOn(), LocalDate.class)
                .setParameter("closedAt", campaign.closedAt(), Instant.class)
                .executeUpdate();
    }

    /** The copy of that campaign, as far as the caller may see it. */
    public Optional<Campaign> campaign(UUID campaignId) {
        return findByIdOptional(campaignId).map(this::campaign);
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
