package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Place;
import org.affinity.matching.candidate.domain.Tags;

/**
 * What a brief asks of creators besides whom they reach.
 *
 * @param sector category of the IAB ad product taxonomy that is advertised; null when not said
 * @param formats kinds of content of which any one will do; empty for any
 * @param competitors names of brands that compete
 * @param causes what the campaign stands for, by id
 * @param place where creators should be; null for anywhere
 * @param habits what creators should do in everyday life
 * @param excludedTopics topics that the brand must not appear beside, in lower case
 * @param solicitationCap from how many invitations on nobody is asked; null for the default
 */
public record Conditions(
        String sector,
        Set<ContentFormat> formats,
        Set<String> competitors,
        Set<String> causes,
        Place place,
        List<Habit> habits,
        Set<String> excludedTopics,
        SolicitationCap solicitationCap) {

    /** Nothing is asked. */
    public static final Conditions NONE = new Conditions(null, null, null, null, null, null, null, null);

    public Conditions {
        formats = formats == null ? Set.of() : Set.copyOf(formats);
        competitors = sorted(competitors);
        causes = sorted(causes);
        habits = habits == null ? List.of() : List.copyOf(habits);
        excludedTopics = excludedTopics == null ? Set.of() : Tags.topics(excludedTopics);
    }

    private static Set<String> sorted(Set<String> values) {
        return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
