package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.BrandTie;

/** How ties to brands are written as keywords: how close a creator is to a brand counts as a number of words. */
final class BrandWords {

    /** Wishing to work for a brand is one word, having done so two, loving it three. */
    private static final int CLOSEST = 3;

    private BrandWords() {}

    static Set<String> of(List<BrandTie> ties) {
        Set<String> words = new TreeSet<>();
        ties.forEach(tie -> {
            String key = key(tie);
            switch (tie.relation()) {
                case REFUSES -> words.add(refused(key));
                case WORKED_WITH -> words.addAll(workedWith(key, tie.workedOn()));
                case WISHES, LOVES -> {
                    // Told by how close they are.
                }
            }
            IntStream.rangeClosed(1, closeness(tie.relation())).forEach(step -> words.add(close(key, step)));
            if (tie.sector() != null
                    && (tie.relation() == BrandRelation.WORKED_WITH || tie.relation() == BrandRelation.LOVES)) {
                words.add(sector(tie.sector()));
            }
        });
        return words;
    }

    /** The name of the brand as names are compared. */
    static String key(BrandTie tie) {
        return NameKey.of(tie.key() == null ? tie.name() : tie.key());
    }

    private static int closeness(BrandRelation relation) {
        return switch (relation) {
            case REFUSES -> 0;
            case WISHES -> 1;
            case WORKED_WITH -> 2;
            case LOVES -> CLOSEST;
        };
    }

    /** Words of which a creator has as many as they are close to the brand. */
    static List<String> close(String key) {
        return IntStream.rangeClosed(1, CLOSEST)
                .mapToObj(step -> close(key, step))
                .toList();
    }

    private static String close(String key, int step) {
        return "close:" + step + ":" + key;
    }

    static String refused(String key) {
        return "refused:" + key;
    }

    /** Work on an unknown day is one word; a known day is its year, its month, and itself. */
    private static Set<String> workedWith(String key, LocalDate day) {
        return day == null
                ? Set.of(undated(key))
                : Set.of(workedIn(key, Year.from(day)), workedIn(key, YearMonth.from(day)), workedIn(key, day));
    }

    /**
     * Words of which who worked for the brand has one: on an unknown day, or on one of these, both included. A month or
     * year that begins among them counts whole, also the days of it that come after.
     */
    static Set<String> workedBetween(String key, LocalDate from, LocalDate until) {
        Set<String> words = new TreeSet<>();
        words.add(undated(key));
        LocalDate day = from;
        while (!day.isAfter(until)) {
            if (day.getDayOfYear() == 1) {
                words.add(workedIn(key, Year.from(day)));
                day = day.plusYears(1);
            } else if (day.getDayOfMonth() == 1) {
                words.add(workedIn(key, YearMonth.from(day)));
                day = day.plusMonths(1);
            } else {
                words.add(workedIn(key, day));
                day = day.plusDays(1);
            }
        }
        return words;
    }

    private static String undated(String key) {
        return "worked:" + key;
    }

    private static String workedIn(String key, Temporal time) {
        return undated(key) + "@" + time;
    }

    static String sector(String id) {
        return "sector:" + id;
    }
}
