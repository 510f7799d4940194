package org.affinity.campaign.brief.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.code.NameKey;
import org.affinity.kit.code.Taxonomy;
import org.affinity.kit.problem.FieldError;

/**
 * What a brief may ask of creators besides whom they reach; all of it may be left out.
 *
 * @param sector category of the IAB ad product taxonomy that is advertised; null when not said
 * @param formats kinds of content wanted; empty for any
 * @param competitors names of brands that compete
 * @param exclusivityDays work for a competitor keeps a creator out from so many days before the campaign on; null
 *     leaves it to matching
 * @param causes what the campaign stands for, by id, as in creators' profiles
 * @param place where creators should be; null for anywhere
 * @param habits what creators should do in everyday life
 * @param excludedTopics topics that the brand must not appear beside, in lower case
 * @param solicitationCap from how many invitations on nobody is asked; null leaves it to matching
 * @param exposure whom to show first of nearly equal creators; null for the best
 * @param panel what the panel has to keep to; null for nothing besides the brief
 */
public record Conditions(
        String sector,
        List<ContentFormat> formats,
        List<String> competitors,
        Integer exclusivityDays,
        List<String> causes,
        Place place,
        List<Habit> habits,
        List<String> excludedTopics,
        SolicitationCap solicitationCap,
        Exposure exposure,
        PanelOptions panel) {

    /** The longest exclusivity, ten years. */
    public static final int MAX_EXCLUSIVITY_DAYS = 3_650;

    /** Nothing is asked. */
    public static final Conditions NONE =
            new Conditions(null, null, null, null, null, null, null, null, null, null, null);

    public Conditions {
        formats = listed(formats);
        competitors = listed(competitors);
        causes = listed(causes);
        habits = listed(habits);
        excludedTopics = listed(excludedTopics);
    }

    /** What is missing is empty: campaigns from before a field was known have none. */
    static <T> List<T> listed(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** The same without a creator in what the panel has to keep to. */
    Conditions without(UUID creatorId) {
        return new Conditions(
                sector,
                formats,
                competitors,
                exclusivityDays,
                causes,
                place,
                habits,
                excludedTopics,
                solicitationCap,
                exposure,
                panel == null ? null : panel.without(creatorId));
    }

    /** What means nothing, or contradicts what else the brief says. */
    List<FieldError> nonsense(String brand, List<String> topics) {
        List<FieldError> errors = new ArrayList<>();
        String own = NameKey.of(brand);
        for (int i = 0; i < competitors.size(); i++) {
            if (NameKey.of(competitors.get(i)).equals(own)) {
                errors.add(FieldError.at(
                        "/brief/competitors/" + i,
                        "notOwnBrand",
                        "must not be the brand of the brief, however it is written; leave it out"));
            }
        }
        for (int i = 0; i < excludedTopics.size(); i++) {
            String excluded = excludedTopics.get(i);
            String pointer = "/brief/excludedTopics/" + i;
            topics.stream()
                    .filter(wanted -> Taxonomy.CONTENT.covers(excluded, wanted))
                    .findFirst()
                    .ifPresent(wanted -> errors.add(FieldError.at(
                            pointer,
                            "notWanted",
                            "must not be or cover '" + wanted + "' of audience.topics; leave out one of the two")));
        }
        if (panel != null) {
            errors.addAll(panel.nonsense("/brief/panel"));
        }
        return errors;
    }

    /** The rules that are broken. */
    List<FieldError> errors(int places) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> questions = new HashSet<>();
        for (int i = 0; i < habits.size(); i++) {
            if (!questions.add(habits.get(i).question())) {
                errors.add(FieldError.at("/brief/habits/" + i + "/question", "once", "must not be asked about twice"));
            }
        }
        if (exclusivityDays != null && (exclusivityDays < 1 || exclusivityDays > MAX_EXCLUSIVITY_DAYS)) {
            errors.add(
                    FieldError.at("/brief/exclusivityDays", "range", "must be between 1 and " + MAX_EXCLUSIVITY_DAYS));
        }
        if (panel != null) {
            errors.addAll(panel.contradictions("/brief/panel", places));
        }
        return errors;
    }
}
