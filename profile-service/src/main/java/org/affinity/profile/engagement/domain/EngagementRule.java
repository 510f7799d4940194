package org.affinity.profile.engagement.domain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.affinity.profile.creator.domain.Platform;

/**
 * How a definition computes the rate on some platforms.
 *
 * @param platforms where it holds; empty means wherever no other rule of the definition does
 * @param base what the interactions are divided by
 * @param aggregate how the posts are taken together
 * @param interactions what counts as an interaction
 */
public record EngagementRule(List<Platform> platforms, Base base, Aggregate aggregate, List<Interaction> interactions) {

    public EngagementRule {
        platforms = List.copyOf(platforms);
        interactions = List.copyOf(interactions);
    }

    /** The rule as a formula. */
    public String formula() {
        String counted = interactions.stream().map(EngagementRule::word).collect(Collectors.joining(" + "));
        String kind = word(aggregate);
        return switch (aggregate) {
            case MEAN ->
                base == Base.FOLLOWERS
                        ? "mean (" + counted + ") per post / followers"
                        : "mean (" + counted + ") per post / mean " + word(base) + " per post";
            case MEDIAN ->
                base == Base.FOLLOWERS
                        ? "sum of the " + kind + "s per post of " + counted + " / followers"
                        : "sum of the " + kind + "s per post of " + counted + " / median " + word(base) + " per post";
            case POOLED ->
                base == Base.FOLLOWERS
                        ? "sum over posts of (" + counted + ") / (posts * followers)"
                        : "sum over posts of (" + counted + ") / sum over posts of " + word(base);
        };
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** What interactions are divided by. */
    public enum Base {
        FOLLOWERS,
        REACH,
        VIEWS
    }

    /** How several posts are taken together. */
    public enum Aggregate {
        MEAN,
        MEDIAN,
        POOLED
    }

    /** What counts as an interaction. */
    public enum Interaction {
        LIKES,
        COMMENTS,
        SHARES,
        SAVES
    }
}
