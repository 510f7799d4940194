package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.BrandKey;
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
            String key = BrandKey.of(tie.key() == null ? tie.name() : tie.key());
            switch (tie.relation()) {
                case REFUSES -> words.add(refused(key));
                case WORKED_WITH -> words.add(workedWith(key));
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

    static String workedWith(String key) {
        return "worked:" + key;
    }

    static String sector(String id) {
        return "sector:" + id;
    }
}
