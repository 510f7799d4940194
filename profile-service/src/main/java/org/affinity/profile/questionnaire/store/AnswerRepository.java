package org.affinity.profile.questionnaire.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Access to answers; a brand finds only those that it may see (row-level security). */
@ApplicationScoped
public class AnswerRepository implements PanacheRepositoryBase<AnswerEntity, AnswerKey> {

    /** A creator's answers in the order of their questions' ids. */
    public List<AnswerEntity> of(UUID creatorId) {
        return list("key.creatorId = ?1 order by key.questionId", creatorId);
    }

    /** The answers of these creators. */
    public List<AnswerEntity> of(Collection<UUID> creatorIds) {
        return creatorIds.isEmpty() ? List.of() : list("key.creatorId in ?1", creatorIds);
    }

    /** Creators after {@code after} with an answer to an older version than the given one. */
    public List<UUID> creatorsBehind(String questionnaireId, int version, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.key.creatorId from AnswerEntity a where a.questionnaireId = :questionnaire"
                                + " and a.questionnaireVersion < :version and a.key.creatorId > :after"
                                + " order by a.key.creatorId",
                        UUID.class)
                .setParameter("questionnaire", questionnaireId)
                .setParameter("version", version)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
