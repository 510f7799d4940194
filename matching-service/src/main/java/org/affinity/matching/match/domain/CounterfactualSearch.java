package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Row;

/** Finds what would have to change of a creator for them to be among the best, all others as they are. */
final class CounterfactualSearch {

    /** Evenly spread steps that are tried before the first that succeeds is narrowed down. */
    private static final int PROBES = 32;

    private final Categories categories;
    private final AudienceColumns audience;
    private final Brief brief;
    private final Instant asOf;
    private final LocalDate exclusiveFrom;
    private final BriefPlan plan;
    private final Eligibility eligibility;
    private final CandidateEncoder encoder;
    private final Offers offers;

    CounterfactualSearch(
            Categories categories,
            AudienceColumns audience,
            Brief brief,
            Instant asOf,
            LocalDate exclusiveFrom,
            BriefPlan plan,
            Eligibility eligibility,
            CandidateEncoder encoder,
            Offers offers) {
        this.categories = categories;
        this.audience = audience;
        this.brief = brief;
        this.asOf = asOf;
        this.exclusiveFrom = exclusiveFrom;
        this.plan = plan;
        this.eligibility = eligibility;
        this.encoder = encoder;
        this.offers = offers;
    }

    /** The creator as known: rows, and what each of them stands for. */
    private record Known(List<Row> rows, List<PricedAccount> priced) {

        /** A row of the account; all of them have the same words but for formats. */
        Row rowOf(int account) {
            return rows.get(IntStream.range(0, priced.size())
                    .filter(row -> priced.get(row).place() == account)
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Whom a creator has to be among: the best, and how many of them there may be. */
    private record Places(List<Scored> best, int top) {

        boolean areOpenTo(Scored scored) {
            return best.size() < top || Scored.BEST_FIRST.compare(scored, best.getLast()) < 0;
        }

        boolean mayBeOpenTo(int points) {
            return best.size() < top || points >= best.getLast().points();
        }

        int rank(Scored scored) {
            return 1
                    + (int) best.stream()
                            .filter(other -> Scored.BEST_FIRST.compare(other, scored) < 0)
                            .count();
        }
    }

    /**
     * The smallest change of each thing that does.
     *
     * @param own the creator as they are; empty when a rule rejects them
     */
    List<Counterfactual> search(Candidate asked, Optional<Scored> own, List<Scored> best, int top) {
        Known known = new Known(eligibility.rows(asked), PricedAccount.of(asked));
        Places places = new Places(best, top);
        List<Counterfactual> found = new ArrayList<>();
        for (Lever lever : levers(asked, own)) {
            if (places.mayBeOpenTo(mostPoints(known, lever))) {
                smallest(known, lever, places).ifPresent(found::add);
            }
        }
        return found;
    }

    /** What of a creator could be different. */
    List<Lever> levers(Candidate asked, Optional<Scored> own) {
        Price price = own.map(scored -> offers.of(scored, brief).price())
                .or(() -> offers.priceOfAny(asked, brief))
                .orElse(null);
        return new Levers(categories, audience, brief, asOf, exclusiveFrom, asked).all(price);
    }

    /** No step of a lever brings more points: each signal that it moves at its best, all others as they are. */
    private int mostPoints(Known known, Lever lever) {
        return IntStream.range(0, known.priced().size())
                .filter(row -> lever.moves(known.priced().get(row).place()))
                .map(row -> plan.mostPoints(known.rows().get(row), lever.signals()))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /** The first step that brings the creator among the best while the one before does not. */
    private Optional<Counterfactual> smallest(Known known, Lever lever, Places places) {
        int fails = 0;
        int succeeds = 0;
        for (int probe = 1; probe <= PROBES && succeeds == 0; probe++) {
            int step = (int) ((long) lever.steps() * probe / PROBES);
            if (step > fails && entering(known, lever, step, places).isPresent()) {
                succeeds = step;
            } else {
                fails = Math.max(fails, step);
            }
        }
        if (succeeds == 0) {
            return Optional.empty();
        }
        while (succeeds - fails > 1) {
            int middle = fails + (succeeds - fails) / 2;
            if (entering(known, lever, middle, places).isPresent()) {
                succeeds = middle;
            } else {
                fails = middle;
            }
        }
        int step = succeeds;
        return entering(known, lever, step, places)
                .map(scored -> new Counterfactual(
                        lever.name(),
                        lever.subject(),
                        lever.bound(),
                        lever.value().apply(step),
                        lever.unit(),
                        lever.present(),
                        lever.text().apply(step),
                        places.rank(scored),
                        scored.points()));
    }

    /** The changed creator, if that puts them among the best. */
    private Optional<Scored> entering(Known known, Lever lever, int step, Places places) {
        Candidate changed = lever.changed().apply(step);
        return eligibility.of(changed, rows(known, lever, changed), plan) instanceof Verdict.Eligible(Scored scored)
                        && places.areOpenTo(scored)
                ? Optional.of(scored)
                : Optional.empty();
    }

    /** The rows of a creator as they might be, which are not remembered with what is. */
    private List<Row> rows(Known known, Lever lever, Candidate changed) {
        if (lever.movesWords() || known.priced().isEmpty()) {
            return encoder.encode(changed).rows();
        }
        List<Row> rows = new ArrayList<>();
        for (PricedAccount priced : PricedAccount.of(changed)) {
            // A stated fee takes the place of a rate card's prices: only who is changed as a whole has other rows.
            rows.add(
                    lever.moves(priced.place())
                            ? encoder.withFigures(changed, priced, known.rowOf(priced.place()))
                            : known.rows().get(rows.size()));
        }
        return rows;
    }
}
