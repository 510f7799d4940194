package org.affinity.reporting.webhook.domain;

import java.time.Instant;

/**
 * One attempt of a delivery, written before anything is sent.
 *
 * @param statusCode of the answer, null when there was none
 * @param error why there was no answer, null otherwise
 * @param excerpt the beginning of the answer's body, null when it was empty
 */
public record Attempt(
        int number,
        Instant startedAt,
        Instant finishedAt,
        AttemptOutcome outcome,
        Integer statusCode,
        String error,
        String excerpt) {}
