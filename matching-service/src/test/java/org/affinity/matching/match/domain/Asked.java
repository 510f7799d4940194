package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Set;
import org.affinity.matching.candidate.domain.ContentFormat;

/** Targets and conditions of briefs that ask for one thing. */
final class Asked {

    private Asked() {}

    static Conditions sector(String id) {
        return conditions(id, Set.of(), Set.of(), null, Set.of(), null, List.of(), Set.of(), null);
    }

    static Conditions formats(ContentFormat... formats) {
        return conditions(null, Set.of(formats), Set.of(), null, Set.of(), null, List.of(), Set.of(), null);
    }

    static Conditions competitors(String... names) {
        return conditions(null, Set.of(), Set.of(names), null, Set.of(), null, List.of(), Set.of(), null);
    }

    static Conditions exclusive(int days, String... competitors) {
        return conditions(null, Set.of(), Set.of(competitors), days, Set.of(), null, List.of(), Set.of(), null);
    }

    static Conditions causes(String... ids) {
        return conditions(null, Set.of(), Set.of(), null, Set.of(ids), null, List.of(), Set.of(), null);
    }

    static Conditions place(String country, String city) {
        return conditions(
                null, Set.of(), Set.of(), null, Set.of(), new Place(country, city), List.of(), Set.of(), null);
    }

    static Conditions habits(Habit... habits) {
        return conditions(null, Set.of(), Set.of(), null, Set.of(), null, List.of(habits), Set.of(), null);
    }

    static Conditions excluded(String... topics) {
        return conditions(null, Set.of(), Set.of(), null, Set.of(), null, List.of(), Set.of(topics), null);
    }

    static Conditions cap(Integer open, Integer recent) {
        return conditions(
                null, Set.of(), Set.of(), null, Set.of(), null, List.of(), Set.of(), new SolicitationCap(open, recent));
    }

    static Conditions conditions(
            String sector,
            Set<ContentFormat> formats,
            Set<String> competitors,
            Integer exclusivityDays,
            Set<String> causes,
            Place place,
            List<Habit> habits,
            Set<String> excludedTopics,
            SolicitationCap cap) {
        return new Conditions(
                sector, formats, competitors, exclusivityDays, causes, place, habits, excludedTopics, cap, null);
    }

    static Target least(double share) {
        return new Target(null, null, null, null, share);
    }

    static Target ages(Double least, String... bands) {
        return new Target(Set.of(bands), null, null, null, least);
    }

    static Target genders(String... genders) {
        return new Target(null, Set.of(genders), null, null, null);
    }

    static Target cities(Double least, Place... cities) {
        return new Target(null, null, Set.of(cities), null, least);
    }

    static Target interests(String... ids) {
        return new Target(null, null, null, Set.of(ids), null);
    }
}
