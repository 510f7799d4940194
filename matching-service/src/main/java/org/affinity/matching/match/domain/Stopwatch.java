package org.affinity.matching.match.domain;

import java.util.function.Supplier;

/** Is told of each part of a match while it is done, to measure it. */
@FunctionalInterface
public interface Stopwatch {

    /** Measures nothing. */
    Stopwatch NONE = (_, work) -> work.run();

    /** What a match is made of, in this order. */
    enum Part {
        /** The brief becomes a plan for the engine: rules, words, weights. */
        PLAN,
        /** The engine finds the best creators, and counts whom the rules reject. */
        SEARCH,
        /** What is told of the creators found is read, and those who changed since are scored again. */
        SCORE,
        /** A panel is chosen from them. */
        PANEL,
        /** Every contribution to the scores that are shown gets its evidence. */
        EXPLAIN,
        /** The answer becomes JSON. */
        WRITE,
        /** The answer is committed to the database. */
        SAVE
    }

    /** Runs a part. */
    void run(Part part, Runnable work);

    /** Runs a part that has a result. */
    default <T> T get(Part part, Supplier<T> work) {
        var result = new Object() {
            private T value;
        };
        run(part, () -> result.value = work.get());
        return result.value;
    }
}
