package org.affinity.reporting.report.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.reporting.post.domain.Measures;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Post;
import org.affinity.reporting.post.domain.PostUrl;

/**
 * What a report uses of one post: whose work it is, where it is, who vouches for it, and its figures.
 *
 * @param address the same for http and https
 */
public record PostFacts(UUID postId, UUID collaborationId, String address, MetricSource recordedBy, Measures measures) {

    public static PostFacts of(Post post, Measures measures) {
        return new PostFacts(
                post.postId(), post.collaborationId(), PostUrl.withoutScheme(post.url()), post.source(), measures);
    }

    /**
     * The posts there are: one that several collaborations name, such as one of two authors, is one, with what is known
     * of it through any of them.
     */
    static List<PostFacts> distinct(Collection<PostFacts> posts) {
        Map<String, PostFacts> byAddress = new LinkedHashMap<>();
        posts.forEach(post -> byAddress.merge(post.address(), post, PostFacts::with));
        return List.copyOf(byAddress.values());
    }

    private PostFacts with(PostFacts other) {
        MetricSource best = recordedBy == MetricSource.NETWORK ? recordedBy : other.recordedBy;
        return new PostFacts(postId, collaborationId, address, best, measures.with(other.measures));
    }

    /** A post that only its creator speaks of is declared; one the network or a partner has shown is confirmed. */
    boolean confirmed() {
        return recordedBy == MetricSource.NETWORK || measures.seenByNetwork();
    }
}
