package org.affinity.matching.candidate.domain;

import java.time.LocalDate;

/** A time without paid work; {@code until} is the last day, null when it has no end yet. */
public record PaidPause(LocalDate from, LocalDate until) {}
