package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Set;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Tags;

/**
 * What a brief asks of creators besides whom they reach; what is missing is not asked.
 *
 * @param sector category of the IAB ad product taxonomy that is advertised; null when not said
 * @param formats kinds of content wanted; empty for any
 * @param competitors names of brands that compete
 * @param exclusivityDays work for a competitor keeps a creator out from so many days before the campaign on; null for
 *     as long as the rules say
 * @param causes what the campaign stands for, by id, as in profiles
 * @param place where creators should be; null for anywhere
 * @param habits what creators should do in everyday life, each question once
 * @param excludedTopics topics that the brand must not appear beside, in lower case
 * @param solicitationCap from how many invitations on nobody is asked
 * @param exposure whom to show first of nearly equal creators
 */
public record Conditions(
        String sector,
        Set<ContentFormat> formats,
        Set<String> competitors,
        Integer exclusivityDays,
        Set<String> causes,
        Place place,
        List<Habit> habits,
        Set<String> excludedTopics,
        SolicitationCap solicitationCap,
        Exposure exposure) {

    /** The longest exclusivity, ten years. */
    public static final int MAX_EXCLUSIVITY_DAYS = 3_650;

    /** Nothing is asked. */
    public static final Conditions NONE = new Conditions(null, null, null, null, null, null, null, null, null, null);

    /** Whether nothing is wanted but what is gone after a day, and so brings less than a post. */
    boolean wantsOnlyStories() {
        return !formats.isEmpty() && formats.stream().allMatch(ContentFormat::isPassing);
    }

    public Conditions {
        formats = Target.sorted(formats);
        competitors = Target.sorted(competitors);
        causes = Target.sorted(causes);
        habits = habits == null ? List.of() : List.copyOf(habits);
        excludedTopics = excludedTopics == null ? Set.of() : Tags.topics(excludedTopics);
        solicitationCap = solicitationCap == null ? SolicitationCap.NONE : solicitationCap;
        exposure = exposure == null ? Exposure.BEST_FIRST : exposure;
    }
}
