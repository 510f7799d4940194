package org.affinity.profile.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long there is to tell people that somebody else gave their data: one month at most (GDPR art. 14(3)(a)). */
public final class NoticePeriod {

    private static final int MONTHS = 1;

    private NoticePeriod() {}

    /** The last day, in UTC, for data that was received at this time. */
    public static LocalDate dueOn(Instant receivedAt) {
        return LocalDate.ofInstant(receivedAt, ZoneOffset.UTC).plusMonths(MONTHS);
    }
}
