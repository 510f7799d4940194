package org.affinity.reporting.report.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Observation;

/**
 * What one collaboration brought, by the networks alone: it becomes part of a track record, where what is only declared
 * has no place, neither a figure nor a post. A sum is null unless every post that counts has the figure.
 */
public record CollaborationResult(
        int posts, BigDecimal impressions, BigDecimal reach, BigDecimal engagements, BigDecimal donations) {

    /** The result of the posts of one collaboration; donations in another currency count as unknown. */
    public static CollaborationResult of(Collection<PostFacts> recorded, String currency) {
        List<PostFacts> posts = recorded.stream().filter(PostFacts::confirmed).toList();
        return new CollaborationResult(
                posts.size(),
                sum(posts, Set.of(Metric.IMPRESSIONS), currency),
                sum(posts, Set.of(Metric.REACH), currency),
                sum(posts, Metric.ENGAGEMENTS, currency),
                sum(posts, Set.of(Metric.DONATIONS), currency));
    }

    private static BigDecimal sum(Collection<PostFacts> posts, Set<Metric> metrics, String currency) {
        BigDecimal sum = posts.isEmpty() ? null : BigDecimal.ZERO;
        for (PostFacts post : posts) {
            for (Metric metric : metrics) {
                Optional<Observation> figure = post.measures()
                        .from(MetricSource.NETWORK, metric)
                        .filter(known ->
                                known.currency() == null || known.currency().equals(currency));
                if (figure.isEmpty()) {
                    return null;
                }
                sum = sum.add(figure.get().value());
            }
        }
        return sum;
    }
}
