package org.affinity.reporting.report.domain;

import java.time.Instant;
import java.time.LocalDate;

/** The time a report covers: from the first day of the campaign to the moment the measurement closed. */
public record Window(LocalDate from, Instant to) {}
