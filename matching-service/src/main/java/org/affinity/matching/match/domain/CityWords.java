package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.PlaceKey;

/** How shares of an audience by city are written as keywords: each full step of a share is a word. */
final class CityWords {

    /** Steps of a whole audience: 4 % each, so that a step is 10 levels. */
    static final int STEPS = 25;

    /** Says that the cities are known, even where none has a full step. */
    private static final String KNOWN = "*";

    private CityWords() {}

    /** @param shares by city, as {@code FR:Lyon} */
    static Set<String> of(Map<String, Double> shares) {
        Set<String> words = new TreeSet<>();
        words.add(KNOWN);
        // A city may be told in several spellings, which are one key.
        Map<String, Double> byKey = new TreeMap<>();
        shares.forEach((city, share) -> byKey.merge(key(city), share, Double::sum));
        byKey.forEach((key, share) -> IntStream.rangeClosed(1, Levels.reachedBy(share) / (Levels.HIGHEST / STEPS))
                .forEach(step -> words.add(word(key, step))));
        return words;
    }

    /** The share in cities, with nothing rounded. */
    static double share(Map<String, Double> shares, Collection<String> cityKeys) {
        return shares.entrySet().stream()
                .filter(city -> cityKeys.contains(key(city.getKey())))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static String key(String city) {
        int colon = city.indexOf(':');
        return PlaceKey.of(city.substring(0, Math.max(0, colon)), city.substring(colon + 1));
    }

    /** The words of cities, of which an audience has as many as it has full steps there. */
    static List<String> of(Collection<String> cityKeys) {
        return cityKeys.stream()
                .flatMap(key -> IntStream.rangeClosed(1, STEPS).mapToObj(step -> word(key, step)))
                .toList();
    }

    private static String word(String key, int step) {
        return key + "#" + step;
    }
}
