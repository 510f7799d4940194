package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Platform;

/**
 * Usual engagement rate (interactions per follower) by platform and audience size, and what a piece of content brings
 * by platform and format, as versioned data with its sources. Bands are sorted by their lower bound and start at zero.
 *
 * @param formats a story may bring less than a post, all else as much: the index keeps figures of these two
 * @param unknownFormat of formats that are not listed for a platform
 */
public record EngagementBenchmarks(
        String version,
        List<String> sources,
        Map<Platform, List<Band>> bands,
        Map<Platform, Map<ContentFormat, Piece.Ratio>> formats,
        Piece.Ratio unknownFormat) {

    /** The rate of accounts with at least {@code fromFollowers} followers, up to the next band. */
    public record Band(long fromFollowers, double rate) {}

    public EngagementBenchmarks {
        formats.forEach((platform, ratios) ->
                ratios.forEach((format, ratio) -> check(platform.name() + " " + format, format.isPassing(), ratio)));
        check("unknownFormat", false, unknownFormat);
    }

    private static void check(String what, boolean isPassing, Piece.Ratio ratio) {
        boolean isLess = ratio.impressions() <= 1 && ratio.interactions() <= 1;
        if (!(ratio.isThatOfAPost() || (isPassing && isLess))) {
            throw new IllegalArgumentException(
                    "%s brings %s of a post's impressions and %s of its interactions: must be 1, or at most 1 of a story"
                            .formatted(what, ratio.impressions(), ratio.interactions()));
        }
    }

    /** The usual rate of accounts of that size; empty for platforms without a published table. */
    public OptionalDouble rate(Platform platform, long followers) {
        OptionalDouble rate = OptionalDouble.empty();
        for (Band band : bands.getOrDefault(platform, List.of())) {
            if (band.fromFollowers() <= followers) {
                rate = OptionalDouble.of(band.rate());
            }
        }
        return rate;
    }

    /** What a piece of a format brings on a platform. */
    Piece piece(Platform platform, ContentFormat format) {
        Piece.Ratio ratio = formats.getOrDefault(platform, Map.of()).get(format);
        return new Piece(format, ratio != null, ratio == null ? unknownFormat : ratio);
    }
}
