package org.affinity.matching.engine.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Looks at every row of every creator, in plain code: the meaning of a plan, and the measure of every other engine. */
public final class ExhaustiveEngine implements MatchEngine {

    private final Schema schema;
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();

    public ExhaustiveEngine(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void put(Entry entry) {
        schema.check(entry);
        entries.merge(entry.id(), entry, (old, young) -> young.version() < old.version() ? old : young);
    }

    @Override
    public void remove(UUID id) {
        entries.remove(id);
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Answer search(Plan plan) {
        int seen = 0;
        int[] rejected = new int[plan.rules().size()];
        List<Hit> eligible = new ArrayList<>();
        for (Entry entry : entries.values()) {
            seen++;
            int passed = entry.rows().stream()
                    .mapToInt(row -> passed(plan.rules(), row))
                    .max()
                    .orElseThrow();
            if (passed < rejected.length) {
                rejected[passed]++;
            } else {
                best(plan, entry).ifPresent(eligible::add);
            }
        }
        List<Hit> hits =
                eligible.stream().sorted(Hit.BEST_FIRST).limit(plan.k()).toList();
        return new Answer(seen, eligible.size(), rejected, hits);
    }

    @Override
    public int countAhead(Plan plan, Hit hit) {
        return (int) entries.values().stream()
                .filter(entry -> !entry.id().equals(hit.id()))
                .flatMap(entry -> best(plan, entry).stream())
                .filter(other -> Hit.BEST_FIRST.compare(other, hit) < 0)
                .count();
    }

    /** How many rules, from the first on, a row passes. */
    private static int passed(List<Predicate> rules, Row row) {
        int passed = 0;
        while (passed < rules.size() && Rows.test(rules.get(passed), row)) {
            passed++;
        }
        return passed;
    }

    private static Optional<Hit> best(Plan plan, Entry entry) {
        List<Row> rows = entry.rows();
        return IntStream.range(0, rows.size())
                .filter(place ->
                        passed(plan.rules(), rows.get(place)) == plan.rules().size())
                .mapToObj(place ->
                        new Hit(entry.id(), place, Rows.points(plan.terms(), rows.get(place)), entry.version()))
                .reduce((first, later) -> later.points() > first.points() ? later : first);
    }
}
