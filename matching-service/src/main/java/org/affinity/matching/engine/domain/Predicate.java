package org.affinity.matching.engine.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A question to one row that is answered by yes or no. */
public sealed interface Predicate {

    /** The code of a column, unknown included, is one of the allowed. */
    record CodeIn(int column, BitSet allowed) implements Predicate {

        public CodeIn {
            allowed = (BitSet) allowed.clone();
        }

        /** A BitSet's own is the same for many small sets, which would share a place in a cache. */
        @Override
        public int hashCode() {
            return 31 * column + Arrays.hashCode(allowed.toLongArray());
        }

        public static CodeIn of(int column, int... codes) {
            BitSet allowed = new BitSet(Row.UNKNOWN_CODE + 1);
            for (int code : codes) {
                allowed.set(code);
            }
            return new CodeIn(column, allowed);
        }

        /** Codes from one to another, both included. */
        public static CodeIn between(int column, int first, int last) {
            BitSet allowed = new BitSet(Row.UNKNOWN_CODE + 1);
            allowed.set(first, last + 1);
            return new CodeIn(column, allowed);
        }
    }

    /** The number of a column is from min to max, both included; unknown is the smallest of all numbers. */
    record NumberBetween(int column, int min, int max) implements Predicate {}

    /** The row has at least one of the words. */
    record AnyKeyword(int set, Set<String> words) implements Predicate {

        public AnyKeyword {
            words = Set.copyOf(words);
        }
    }

    /** The row has no word in the set at all. */
    record EmptyKeywords(int set) implements Predicate {}

    /** A term's points for the row are as many or more: how levels or words are added up in a rule. */
    record AtLeast(Term term, int points) implements Predicate {}

    /** All hold; true when there is none. */
    record AllOf(List<Predicate> parts) implements Predicate {

        public AllOf {
            parts = List.copyOf(parts);
        }

        public static AllOf of(Predicate... parts) {
            return new AllOf(List.of(parts));
        }
    }

    /** At least one holds; false when there is none. */
    record AnyOf(List<Predicate> parts) implements Predicate {

        public AnyOf {
            parts = List.copyOf(parts);
        }

        public static AnyOf of(Predicate... parts) {
            return new AnyOf(List.of(parts));
        }
    }

    /** The part does not hold. */
    record Not(Predicate part) implements Predicate {}
}
