package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of an account's history.
 *
 * @param id ids rise in the order of recording
 * @param complete whether followers, engagement rate and views left out were unknown to the source as well
 * @param recordedBy organisation of the partner that told it, or null
 * @param corrects the entry of the same account, time and source whose figures these replace, or null
 */
public record Snapshot(
        UUID id,
        UUID accountId,
        Observation figures,
        MetricSource source,
        Instant observedAt,
        boolean complete,
        Instant recordedAt,
        UUID recordedBy,
        UUID corrects) {}
