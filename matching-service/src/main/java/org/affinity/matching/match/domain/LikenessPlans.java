package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;
import org.affinity.matching.match.domain.Columns.Code;
import org.affinity.matching.match.domain.Columns.Words;

/**
 * Plans by which an engine names creators who may be like some others: nobody is more alike than the points say. What
 * columns do not tell, or tell only in part, counts as fully alike.
 */
public final class LikenessPlans {

    /** Points of full likeness are weights in thousandths times this. */
    private static final int LEVELS = 1_000;

    private LikenessPlans() {}

    /** What of creators the columns tell; empty or null where nothing is known. */
    public record Traits(
            String country, Set<String> languages, Set<String> topics, Set<String> niches, double followers) {}

    /** How much each trait weighs, in thousandths. */
    public record Weights(int country, int languages, int topics, int niches, int size) {}

    /** Who may be named; what is empty or null does not matter. */
    public record Wanted(
            Set<Platform> platforms,
            Set<Tier> tiers,
            Set<String> countries,
            Set<String> languages,
            EngagementType engagementType) {}

    /**
     * A plan for the creators who may be most alike.
     *
     * @param sizes how alike numbers of followers are, 0 to 1: less, the farther they are apart
     * @param k how many
     */
    public static Plan atMost(List<Traits> others, Weights weights, Likeness sizes, Wanted wanted, int k) {
        return new Plan(rules(wanted), terms(others, weights, sizes), k);
    }

    /** How alike two numbers are. */
    @FunctionalInterface
    public interface Likeness {
        double between(double one, double other);
    }

    private static List<Predicate> rules(Wanted wanted) {
        List<Predicate> rules = new ArrayList<>();
        // Not those who have withdrawn.
        rules.add(Predicate.CodeIn.of(Columns.place(Code.STATE), 0, 2));
        codes(Code.PLATFORM, wanted.platforms(), Columns::platform, rules);
        codes(Code.TIER, wanted.tiers(), Columns::place, rules);
        codes(Code.COUNTRY, wanted.countries(), Columns::country, rules);
        if (!wanted.languages().isEmpty()) {
            rules.add(new Predicate.AnyKeyword(Columns.place(Words.LANGUAGES), wanted.languages()));
        }
        if (wanted.engagementType() != null) {
            int bit = 1 << Columns.place(wanted.engagementType());
            int[] offering = IntStream.range(0, 1 << EngagementType.values().length)
                    .filter(offers -> (offers & bit) != 0)
                    .toArray();
            rules.add(Predicate.CodeIn.of(Columns.place(Code.OFFERS), offering));
        }
        return rules;
    }

    private static <T> void codes(Code column, Collection<T> wanted, Function<T, Integer> code, List<Predicate> rules) {
        if (!wanted.isEmpty()) {
            BitSet allowed = new BitSet(Row.UNKNOWN_CODE + 1);
            wanted.forEach(value -> allowed.set(code.apply(value)));
            rules.add(new Predicate.CodeIn(Columns.place(column), allowed));
        }
    }

    private static List<Term> terms(List<Traits> others, Weights weights, Likeness sizes) {
        List<Term> terms = new ArrayList<>();
        terms.add(countries(others, weights.country()));
        terms.add(tiers(others, weights.size(), sizes));
        words(Words.LANGUAGES, weights.languages(), others, Traits::languages, terms);
        words(Words.TOPIC_KEYS, weights.topics(), others, Traits::topics, terms);
        // The index has those above them as well, so that more may seem to be in common than are.
        words(Words.CATEGORIES, weights.niches(), others, Traits::niches, terms);
        return terms;
    }

    private static Term countries(List<Traits> others, int weight) {
        int[] points = new int[Row.UNKNOWN_CODE + 1];
        List<Traits> known =
                others.stream().filter(other -> other.country() != null).toList();
        for (Traits one : known) {
            // Countries that are not listed share a code.
            points[Columns.country(one.country())] = points(
                    weight, known, other -> Columns.country(other.country()) == Columns.country(one.country()) ? 1 : 0);
        }
        return new Term.CodePoints(Columns.place(Code.COUNTRY), points);
    }

    private static Term tiers(List<Traits> others, int weight, Likeness sizes) {
        int[] points = new int[Row.UNKNOWN_CODE + 1];
        Map<Tier, double[]> ranges = new EnumMap<>(Tier.class);
        ranges.put(Tier.PROXIMITY, new double[] {1, 999});
        ranges.put(Tier.NANO, new double[] {1_000, 9_999});
        ranges.put(Tier.MICRO, new double[] {10_000, 100_000});
        ranges.put(Tier.MACRO, new double[] {100_001, 1_000_000});
        ranges.put(Tier.MEGA, new double[] {1_000_001, Double.MAX_VALUE});
        ranges.forEach((tier, range) -> points[Columns.place(tier)] = points(
                weight,
                others,
                other -> sizes.between(Math.clamp(other.followers(), range[0], range[1]), other.followers())));
        return new Term.CodePoints(Columns.place(Code.TIER), points);
    }

    /** By how many of the words that any of the others has a creator has, too. */
    private static void words(
            Words set, int weight, List<Traits> others, Function<Traits, Set<String>> of, List<Term> terms) {
        List<Traits> known =
                others.stream().filter(other -> !of.apply(other).isEmpty()).toList();
        Set<String> wanted = new TreeSet<>();
        known.forEach(other -> wanted.addAll(of.apply(other)));
        if (!wanted.isEmpty()) {
            int[] points = new int[wanted.size() + 1];
            Arrays.setAll(
                    points,
                    count -> points(
                            weight,
                            known,
                            other ->
                                    Math.min(1, count / (double) of.apply(other).size())));
            terms.add(new Term.KeywordPoints(Columns.place(set), List.copyOf(wanted), points, 0));
        }
    }

    private static int points(int weight, List<Traits> others, ToDoubleFunction<Traits> likeness) {
        double mean = others.stream().mapToDouble(likeness).average().orElse(0);
        return weight * (int) Math.ceil(mean * LEVELS - 1e-9);
    }
}
