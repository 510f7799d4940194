package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Rows;
import org.affinity.matching.engine.domain.Term;
import org.affinity.matching.match.domain.Columns.Words;

/**
 * What the rule of the least share asks of rows: of the audience, in each dimension of the target. Rows have the share
 * of each value in full steps, so the least is taken as what may be left of it: whoever has as much passes.
 */
final class AudiencePredicates {

    private static final List<AudienceDimension> KEPT_BY_VALUE = List.of(
            AudienceDimension.COUNTRY,
            AudienceDimension.LANGUAGE,
            AudienceDimension.AGE_BAND,
            AudienceDimension.GENDER,
            AudienceDimension.INTEREST);

    private final AudienceColumns columns;

    AudiencePredicates(AudienceColumns columns) {
        this.columns = columns;
    }

    /**
     * How much of an audience is inside the target in one dimension.
     *
     * @param isUnknown holds for rows of which nothing is known in it
     * @param inside how many steps of an audience are inside
     * @param needed steps
     */
    private record Part(AudienceDimension dimension, Predicate isUnknown, Term inside, int needed) {

        Predicate predicate() {
            return Predicate.AnyOf.of(isUnknown, new Predicate.AtLeast(inside, needed));
        }
    }

    Predicate share(Brief brief) {
        return new Predicate.AllOf(parts(brief).stream().map(Part::predicate).toList());
    }

    /** In which dimensions too little of a row's audience is inside the target, and how much is. */
    List<String> smallShares(Brief brief, Row row, Account account) {
        return parts(brief).stream()
                .filter(part -> !Rows.test(part.predicate(), row))
                .map(Part::dimension)
                .map(dimension -> dimension + " "
                        + Figures.percent(columns.share(account, dimension, brief.audience(dimension))
                                .orElseThrow()))
                .toList();
    }

    private List<Part> parts(Brief brief) {
        Double least = brief.target().minimumShare();
        if (least == null || least == 0) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        KEPT_BY_VALUE.forEach(dimension -> add(dimension, brief.audience(dimension), least, parts));
        if (!brief.target().cities().isEmpty()) {
            List<String> steps = CityWords.of(brief.target().cityKeys());
            int cities = Columns.place(Words.CITIES);
            parts.add(new Part(
                    AudienceDimension.CITY,
                    new Predicate.EmptyKeywords(cities),
                    new Term.KeywordPoints(cities, steps, identity(steps.size()), 0),
                    needed(least, Levels.HIGHEST / CityWords.STEPS, steps.size() / CityWords.STEPS)));
        }
        // Of many values all of a small share may be lost: nobody is kept out by it.
        parts.removeIf(part -> part.needed() == 0);
        return parts;
    }

    private void add(AudienceDimension dimension, Collection<String> wanted, double least, List<Part> parts) {
        int[] kept = columns.columns(dimension, wanted);
        if (kept.length > 0) {
            parts.add(new Part(
                    dimension,
                    Predicate.CodeIn.of(kept[0], Row.UNKNOWN_CODE),
                    new Term.SumPoints(kept, identity(Levels.HIGHEST)),
                    needed(least, 1, kept.length)));
        }
    }

    /** Full steps that are left for certain of a least share of several values, each of which loses less than one. */
    private static int needed(double least, int levels, int values) {
        return Math.max(0, Levels.reachedBy(least) / levels - (values - 1));
    }

    private static int[] identity(int last) {
        return IntStream.rangeClosed(0, last).toArray();
    }
}
