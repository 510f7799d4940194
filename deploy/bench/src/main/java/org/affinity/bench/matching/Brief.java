package org.affinity.bench.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;

/**
 * What is asked for, in the terms that every contender understands: the score is the sum of factors times levels, plus
 * what each wanted keyword brings.
 *
 * @param kind NARROW, MEDIUM or BROAD
 * @param countries empty for any; so with languages
 * @param platforms a bit for each of which one is needed; so with formats
 * @param maxFollowers not included
 * @param sensitive bits that must not be set
 * @param factors by dimension, in thousandths; those that are 0 do not occur
 * @param keywords points by keyword
 */
record Brief(
        int number,
        Kind kind,
        Set<Integer> countries,
        Set<Integer> languages,
        int platforms,
        int formats,
        int minFollowers,
        int maxFollowers,
        int minRate,
        int maxPrice,
        int sensitive,
        int moreSensitive,
        Set<Integer> brands,
        Map<Integer, Integer> factors,
        Map<Integer, Integer> keywords) {

    /** How many creators a brief addresses. */
    enum Kind {
        NARROW,
        MEDIUM,
        BROAD
    }

    Plan plan(int k) {
        List<Predicate> rules = new ArrayList<>();
        rules.add(codes(World.PLATFORMS, bits -> (bits & platforms) != 0));
        if (!countries.isEmpty()) {
            rules.add(codes(World.OWN_COUNTRY, countries::contains));
        }
        if (!languages.isEmpty()) {
            rules.add(codes(World.OWN_LANGUAGE, languages::contains));
        }
        rules.add(new Predicate.NumberBetween(World.FOLLOWERS, minFollowers, maxFollowers - 1));
        rules.add(codes(World.FORMATS, bits -> (bits & formats) != 0));
        rules.add(new Predicate.NumberBetween(World.RATE, minRate, Integer.MAX_VALUE));
        rules.add(new Predicate.NumberBetween(World.PRICE, 0, maxPrice));
        rules.add(Predicate.AllOf.of(
                codes(World.SENSITIVE, bits -> (bits & sensitive) == 0),
                codes(World.MORE_SENSITIVE, bits -> (bits & moreSensitive) == 0)));
        if (!brands.isEmpty()) {
            rules.add(new Predicate.Not(new Predicate.AnyKeyword(
                    World.BRANDS, brands.stream().map(Creators::text).collect(Collectors.toSet()))));
        }
        List<Term> terms = new ArrayList<>();
        factors.forEach((dimension, factor) -> terms.add(new Term.CodePoints(dimension, line(factor))));
        keywords.forEach((keyword, points) -> terms.add(
                new Term.KeywordPoints(World.KEYWORDS, List.of(Creators.text(keyword)), new int[] {0, points}, 0)));
        return new Plan(rules, terms, k);
    }

    private static int[] line(int factor) {
        int[] points = new int[Row.UNKNOWN_CODE + 1];
        for (int level = 0; level < Row.UNKNOWN_CODE; level++) {
            points[level] = factor * level;
        }
        return points;
    }

    private static Predicate codes(int column, IntPredicate allowed) {
        BitSet codes = new BitSet(Row.UNKNOWN_CODE + 1);
        for (int code = 0; code <= Row.UNKNOWN_CODE; code++) {
            if (allowed.test(code)) {
                codes.set(code);
            }
        }
        return new Predicate.CodeIn(column, codes);
    }
}
