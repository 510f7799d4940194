package org.affinity.matching.candidate.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a creator says of themself, as far as it is used for matching. Empty means not stated.
 *
 * @param bio in the creator's words; null when nothing is said
 * @param languageLevels A1 to C2 or NATIVE by primary language subtag
 * @param answers answers to questionnaires by question, each as one or several words; see {@link #HOME_PLACE}
 */
public record SelfDescription(
        String bio,
        SortedMap<String, String> languageLevels,
        List<Niche> niches,
        List<BrandTie> brands,
        Set<String> causes,
        SortedMap<String, List<String>> answers) {

    /** The question where the creator lives; its answer is the {@link PlaceKey} of the place. */
    public static final String HOME_PLACE = "home-place";

    /** The question what it is like where the creator lives. */
    private static final String AREA_TYPE = "area-type";

    private static final Map<String, String> AREAS =
            Map.of("rural", "RURAL", "small-town", "URBAN", "suburb", "URBAN", "city", "URBAN");

    /** Nothing is said. */
    public static final SelfDescription NONE = new SelfDescription(null, null, null, null, null, null);

    public SelfDescription {
        languageLevels = sorted(languageLevels);
        niches = niches == null ? List.of() : List.copyOf(niches);
        brands = brands == null ? List.of() : List.copyOf(brands);
        causes = causes == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(causes));
        answers = sorted(answers);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> values) {
        return Collections.unmodifiableSortedMap(values == null ? new TreeMap<>() : new TreeMap<>(values));
    }

    /** RURAL or URBAN: what the creator says of where they live. */
    public Optional<String> area() {
        return first(AREA_TYPE).map(AREAS::get);
    }

    /** Where the creator lives, as the key of a place. */
    public Optional<String> homePlace() {
        return first(HOME_PLACE);
    }

    private Optional<String> first(String question) {
        List<String> answer = answers.get(question);
        return answer == null || answer.isEmpty() ? Optional.empty() : Optional.of(answer.getFirst());
    }
}
