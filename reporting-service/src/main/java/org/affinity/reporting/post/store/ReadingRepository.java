package org.affinity.reporting.post.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.reporting.post.domain.Post;
import org.affinity.reporting.post.domain.Reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Keeps readings; nothing changes or removes one. */
@ApplicationScoped
public class ReadingRepository implements PanacheRepositoryBase<ReadingEntity, UUID> {

    /** Adds a reading of a post, with who sent it. */
    public void add(Post post, Reading reading, String recordedBy) {
        persist(ReadingEntity.of(post, reading, recordedBy));
    }

    /** All readings of these posts, by post. */
    public Map<UUID, List<Reading>> of(Collection<UUID> postIds) {
        return list("postId in ?1", postIds).stream()
                .collect(groupingBy(entity -> entity.postId, mapping(ReadingEntity::reading, toList())));
    }
}
