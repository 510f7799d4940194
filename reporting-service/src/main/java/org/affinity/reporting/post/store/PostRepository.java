package org.affinity.reporting.post.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.post.domain.Post;

/** Keeps posts. */
@ApplicationScoped
public class PostRepository implements PanacheRepositoryBase<PostEntity, UUID> {

    /** Adds a post. */
    public void add(Post post) {
        persist(PostEntity.of(post));
    }

    /** The post, as far as the caller may see it. */
    public Optional<Post> post(UUID postId) {
        return findByIdOptional(postId).map(PostEntity::post);
    }

    /** The campaign of that post, as far as the caller may see it; nothing else of it is read. */
    public Optional<UUID> campaignOf(UUID postId) {
        return getEntityManager()
                .createQuery("select campaignId from PostEntity where postId = ?1", UUID.class)
                .setParameter(1, postId)
                .getResultStream()
                .findFirst();
    }

    /** Whether a collaboration has a post of one of these addresses already. */
    public boolean exists(UUID collaborationId, List<String> urls) {
        return count("collaborationId = ?1 and url in ?2", collaborationId, urls) > 0;
    }

    /** Counts one more reading; safe when several arrive at once. */
    public void touch(UUID postId) {
        update("version = version + 1 where postId = ?1", postId);
    }

    /** Posts after an id, oldest first; of one campaign when given. */
    public List<Post> page(UUID campaignId, Optional<UUID> after, int size) {
        UUID from = after.orElse(new UUID(0, 0));
        var found = campaignId == null
                ? find("postId > ?1 order by postId", from)
                : find("postId > ?1 and campaignId = ?2 order by postId", from, campaignId);
        return found.page(0, size).stream().map(PostEntity::post).toList();
    }

    /** The posts of a campaign, oldest first. */
    public List<Post> ofCampaign(UUID campaignId) {
        return list("campaignId = ?1 order by postId", campaignId).stream()
                .map(PostEntity::post)
                .toList();
    }

    /** The posts of a collaboration, oldest first. */
    public List<Post> ofCollaborations(List<UUID> collaborationIds) {
        return list("collaborationId in ?1 order by postId", collaborationIds).stream()
                .map(PostEntity::post)
                .toList();
    }
}
