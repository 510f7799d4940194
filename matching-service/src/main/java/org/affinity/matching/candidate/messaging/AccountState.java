package org.affinity.matching.candidate.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.FigureOrigin;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;

/** One account; dimensions of the audience that this version does not know are passed over. */
record AccountState(
        UUID accountId,
        String platform,
        String handle,
        Long followers,
        Double engagementRate,
        Long averageViews,
        Instant observedAt,
        String source,
        Instant lastPostAt,
        Double credibility,
        List<SharesState> audience,
        Map<String, OriginState> origins) {

    /** Who told a figure, and when. */
    record OriginState(String source, Instant observedAt) {}

    /** The audience by one dimension. */
    record SharesState(
            String dimension, String source, Instant observedAt, Long sampleSize, Map<String, Double> shares) {

        Stream<AudienceShares> toDomain() {
            return AudienceDimension.named(dimension)
                    .map(known ->
                            AudienceShares.of(known, MetricSource.valueOf(source), observedAt, sampleSize, shares))
                    .stream();
        }
    }

    Stream<Account> toDomain(ContestedFields fields) {
        return Platform.named(platform)
                .map(known -> new Account(
                        accountId,
                        known,
                        handle,
                        followers,
                        uncontested("engagementRate", engagementRate, fields),
                        uncontested("averageViews", averageViews, fields),
                        observedAt,
                        MetricSource.valueOf(source),
                        uncontested("lastPostAt", lastPostAt, fields),
                        uncontested("credibility", credibility, fields),
                        Optional.ofNullable(uncontested("audience", audience, fields)).orElse(List.of()).stream()
                                .flatMap(SharesState::toDomain)
                                .toList(),
                        originsInDomain()))
                .stream();
    }

    private Map<String, FigureOrigin> originsInDomain() {
        Map<String, FigureOrigin> known = new HashMap<>();
        if (origins != null) {
            origins.forEach((figure, origin) ->
                    known.put(figure, new FigureOrigin(MetricSource.valueOf(origin.source()), origin.observedAt())));
        }
        return known;
    }

    private <T> T uncontested(String figure, T value, ContestedFields fields) {
        return fields.uncontested(Account.path(accountId, figure), value);
    }

    @Override
    public String toString() {
        return "AccountState[" + accountId + "]";
    }
}
