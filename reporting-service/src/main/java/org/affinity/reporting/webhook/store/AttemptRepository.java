package org.affinity.reporting.webhook.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Attempt;
import org.affinity.reporting.webhook.domain.Reply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Keeps the log of attempts. */
@ApplicationScoped
public class AttemptRepository implements PanacheRepositoryBase<AttemptEntity, AttemptEntity.Key> {

    /** Writes that an attempt begins; one that was begun and never finished is lost. */
    void start(DeliveryEntity delivery, Instant now) {
        update(
                "outcome = 'LOST', finishedAt = ?1 where key.deliveryId = ?2 and outcome = 'STARTED'",
                now,
                delivery.deliveryId);
        persist(AttemptEntity.start(delivery, now));
    }

    void finish(UUID deliveryId, int number, Reply reply, Instant now) {
        findById(new AttemptEntity.Key(deliveryId, number)).finish(reply, now);
    }

    /** The attempts of these deliveries in order, by delivery. */
    Map<UUID, List<Attempt>> of(Collection<UUID> deliveryIds) {
        return list("key.deliveryId in ?1 order by key.number", deliveryIds).stream()
                .collect(groupingBy(entity -> entity.key.deliveryId(), mapping(AttemptEntity::attempt, toList())));
    }
}
