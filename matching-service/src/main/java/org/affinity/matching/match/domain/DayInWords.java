package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Days in UTC as they are written, such as {@code 2026-01-15}; an answer names a thousand, most of them again. */
public final class DayInWords {

    private static final long SECONDS = TimeUnit.DAYS.toSeconds(1);

    /** A power of two; some years. */
    private static final int SIZE = 1 << 11;

    /** Threads overwrite places as they like: what is in one is complete and says what it is for. */
    private static final DayInWords[] DAYS = new DayInWords[SIZE];

    private final long number;
    private final String text;

    private DayInWords(long number) {
        this.number = number;
        this.text = LocalDate.ofEpochDay(number).toString();
    }

    /** The day of a moment. */
    public static String of(Instant instant) {
        return of(Math.floorDiv(instant.getEpochSecond(), SECONDS));
    }

    /** A day. */
    public static String of(LocalDate day) {
        return of(day.toEpochDay());
    }

    private static String of(long number) {
        int place = (int) number & SIZE - 1;
        DayInWords day = DAYS[place];
        if (day == null || day.number != number) {
            day = new DayInWords(number);
            DAYS[place] = day;
        }
        return day.text;
    }
}
