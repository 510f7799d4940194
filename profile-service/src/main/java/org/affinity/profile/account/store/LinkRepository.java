package org.affinity.profile.account.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Access to links, and the handing over of accounts. */
@ApplicationScoped
public class LinkRepository implements PanacheRepositoryBase<LinkEntity, UUID> {

    private static final String HAND_HISTORY_OVER =
            "update metric_snapshot set creator_id = :holder where account_id in"
                    + " (select id from account where creator_id = :holder) and creator_id <> :holder";

    /** The link of these two that holds. */
    public Optional<LinkEntity> open(UUID creatorId, UUID absorbedId) {
        return find("creatorId = ?1 and absorbedId = ?2 and unlinkedAt is null", creatorId, absorbedId)
                .firstResultOptional();
    }

    /** Whether a creator holds accounts of others. */
    public boolean hasAbsorbed(UUID creatorId) {
        return count("creatorId = ?1 and unlinkedAt is null", creatorId) > 0;
    }

    /** All links of a creator, undone ones too, newest first. */
    public List<LinkEntity> of(UUID creatorId) {
        return list("creatorId = ?1 or absorbedId = ?1 order by id desc", creatorId);
    }

    /** Hands the accounts of one creator with their history over to another, behind those that one has. */
    public void handOver(UUID absorbedId, UUID creatorId) {
        getEntityManager()
                .createNativeQuery("update account set creator_id = :holder, linked_from = :absorbed,"
                        + " position = position + (select count(*) from account where creator_id = :holder)"
                        + " where creator_id = :absorbed")
                .setParameter("holder", creatorId)
                .setParameter("absorbed", absorbedId)
                .executeUpdate();
        handHistoryOver(creatorId);
    }

    /** Gives the accounts back that came from a creator. */
    public void giveBack(UUID creatorId, UUID absorbedId) {
        getEntityManager()
                .createNativeQuery("update account set creator_id = :absorbed, linked_from = null"
                        + " where creator_id = :holder and linked_from = :absorbed")
                .setParameter("holder", creatorId)
                .setParameter("absorbed", absorbedId)
                .executeUpdate();
        handHistoryOver(absorbedId);
    }

    private void handHistoryOver(UUID holderId) {
        getEntityManager()
                .createNativeQuery(HAND_HISTORY_OVER)
                .setParameter("holder", holderId)
                .executeUpdate();
    }
}
