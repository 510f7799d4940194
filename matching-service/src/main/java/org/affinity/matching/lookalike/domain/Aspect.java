package org.affinity.matching.lookalike.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.Niche;

/** In what two creators can be alike. Weights are this product's own choice, in thousandths, and add up to 1,000. */
public enum Aspect {
    /** Topics in common, of all that either names; those of one category are one. */
    TOPICS(200),
    /** Categories of the taxonomy in common, of all that either has. */
    NICHES(250),
    /** Common part of the audiences' known shares, mean over the dimensions that are known of both. */
    AUDIENCE(200),
    /** Followers: a hundred times as many is nothing in common. */
    SIZE(100),
    /** Engagement rate where it is known, pulled to that of peers: four times as high is nothing in common. */
    ENGAGEMENT(100),
    /** Languages in common, of all that either publishes in. */
    LANGUAGES(100),
    /** The same country. */
    COUNTRY(50);

    /** Stands for what nobody tells of a creator. */
    static final String UNKNOWN = "unknown";

    private static final double ORDERS_OF_MAGNITUDE = 2;
    private static final double OCTAVES = 2;

    private final int weight;

    Aspect(int weight) {
        this.weight = weight;
    }

    /** Thousandths. */
    public int weight() {
        return weight;
    }

    /** How alike two creators are in it, 0 to 1; NaN when it is not known of both. */
    double between(Profile one, Profile other) {
        return switch (this) {
            case TOPICS -> common(one.topics(), other.topics());
            case NICHES -> common(niches(one), niches(other));
            case AUDIENCE -> audiences(one, other);
            case SIZE -> sizes(one.followers(), other.followers());
            case ENGAGEMENT ->
                one.tellsEngagement() && other.tellsEngagement()
                        ? near(one.engagementRate() / other.engagementRate(), 2, OCTAVES)
                        : Double.NaN;
            case LANGUAGES ->
                common(one.candidate().languages(), other.candidate().languages());
            case COUNTRY ->
                one.candidate().country() == null || other.candidate().country() == null
                        ? Double.NaN
                        : one.candidate().country().equals(other.candidate().country()) ? 1 : 0;
        };
    }

    /** How alike numbers of followers are: less, the farther they are apart. */
    static double sizes(double one, double other) {
        return near(one / other, 10, ORDERS_OF_MAGNITUDE);
    }

    static Set<String> niches(Profile profile) {
        return profile.candidate().about().niches().stream()
                .map(Niche::categoryId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double common(Collection<String> one, Collection<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Double.NaN;
        }
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        long both = one.stream().filter(other::contains).count();
        return both / (double) all.size();
    }

    private static double near(double ratio, double base, double nothing) {
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            return Double.NaN;
        }
        return 1 - Math.min(1, Math.abs(Math.log(ratio) / Math.log(base)) / nothing);
    }

    private static double audiences(Profile one, Profile other) {
        double sum = 0;
        int dimensions = 0;
        for (AudienceDimension dimension : AudienceDimension.values()) {
            var mine = one.account().audienceBy(dimension);
            var theirs = other.account().audienceBy(dimension);
            if (mine.isPresent() && theirs.isPresent()) {
                sum += common(mine.get(), theirs.get());
                dimensions++;
            }
        }
        return dimensions == 0 ? Double.NaN : sum / dimensions;
    }

    /** Of the larger of the known parts, as shares need not name everybody. */
    private static double common(AudienceShares one, AudienceShares other) {
        double both = one.shares().entrySet().stream()
                .mapToDouble(entry -> Math.min(entry.getValue(), other.shares().getOrDefault(entry.getKey(), 0.0)))
                .sum();
        return both == 0 ? 0 : both / Math.max(known(one), known(other));
    }

    private static double known(AudienceShares audience) {
        return audience.shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** What a creator has of it, in words. */
    String inWords(Profile profile) {
        return switch (this) {
            case TOPICS -> listed(profile.candidate().topics());
            case NICHES -> listed(profile.nicheNames());
            case AUDIENCE -> listed(dimensions(profile));
            case SIZE ->
                Math.round(profile.followers()) + " followers on "
                        + profile.expected().platform();
            case ENGAGEMENT ->
                profile.tellsEngagement()
                        ? String.format(java.util.Locale.ROOT, "%.2f %%", profile.engagementRate() * 100)
                        : UNKNOWN;
            case LANGUAGES -> listed(profile.candidate().languages());
            case COUNTRY ->
                profile.candidate().country() == null
                        ? UNKNOWN
                        : profile.candidate().country();
        };
    }

    private static List<String> dimensions(Profile profile) {
        List<String> known = new ArrayList<>();
        profile.account()
                .audience()
                .forEach(shares -> known.add(shares.dimension().name()));
        return known;
    }

    private static String listed(Collection<String> values) {
        return values.isEmpty() ? UNKNOWN : String.join(", ", values);
    }
}
