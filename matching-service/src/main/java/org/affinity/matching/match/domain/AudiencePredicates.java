package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Term;
import org.affinity.matching.match.domain.Columns.Words;

/** What the rule of the least share asks of rows: of the audience, in each dimension of the target. */
final class AudiencePredicates {

    private final AudienceColumns columns;

    AudiencePredicates(AudienceColumns columns) {
        this.columns = columns;
    }

    Predicate share(Brief brief) {
        Double least = brief.target().minimumShare();
        if (least == null || least == 0) {
            return RulePredicates.ALWAYS;
        }
        Target target = brief.target();
        List<Predicate> dimensions = new ArrayList<>();
        share(AudienceDimension.COUNTRY, brief.countries(), least, dimensions);
        share(AudienceDimension.LANGUAGE, brief.languages(), least, dimensions);
        share(AudienceDimension.AGE_BAND, target.ageBands(), least, dimensions);
        share(AudienceDimension.GENDER, target.genders(), least, dimensions);
        share(AudienceDimension.INTEREST, target.interests(), least, dimensions);
        if (!target.cities().isEmpty()) {
            List<String> steps = CityWords.of(target.cityKeys());
            int needed = (int) Math.ceil(least * CityWords.STEPS - 1e-9);
            dimensions.add(Predicate.AnyOf.of(
                    new Predicate.EmptyKeywords(Columns.place(Words.CITIES)),
                    new Predicate.AtLeast(
                            new Term.KeywordPoints(Columns.place(Words.CITIES), steps, identity(steps.size()), 0),
                            needed)));
        }
        return new Predicate.AllOf(dimensions);
    }

    private void share(
            AudienceDimension dimension, Collection<String> wanted, double least, List<Predicate> dimensions) {
        int[] kept = columns.columns(dimension, wanted);
        if (kept.length > 0) {
            dimensions.add(Predicate.AnyOf.of(
                    Predicate.CodeIn.of(kept[0], Row.UNKNOWN_CODE),
                    new Predicate.AtLeast(new Term.SumPoints(kept, identity(Levels.HIGHEST)), Levels.needed(least))));
        }
    }

    private static int[] identity(int last) {
        return IntStream.rangeClosed(0, last).toArray();
    }
}
