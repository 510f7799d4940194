package org.affinity.reporting.report.domain;

import java.util.UUID;
import org.affinity.reporting.post.domain.Measures;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Post;

/** What a report uses of one post: whose work it is, who vouches for it, and its figures. */
public record PostFacts(UUID postId, UUID collaborationId, MetricSource recordedBy, Measures measures) {

    public static PostFacts of(Post post, Measures measures) {
        return new PostFacts(post.postId(), post.collaborationId(), post.source(), measures);
    }

    /** A post that only its creator speaks of is declared; one the network or a partner has shown is confirmed. */
    boolean confirmed() {
        return recordedBy == MetricSource.NETWORK || measures.seenByNetwork();
    }
}
