package org.affinity.matching.engine.domain.columnar;

import java.util.UUID;

/**
 * Whom each row of a segment belongs to and which state of theirs it holds. What is read together lies together: an id
 * takes one line of memory, not two.
 */
final class Identities {

    /** By row: both halves of the id; 0 where nobody is. */
    final long[] ids;
    /** By row: the version of the entry, and a hash of the row's words, equal when they are the same. */
    final long[] states;

    Identities() {
        ids = new long[2 * Segment.ROWS];
        states = new long[2 * Segment.ROWS];
    }

    private Identities(Identities other) {
        ids = other.ids.clone();
        states = other.states.clone();
    }

    Identities copy() {
        return new Identities(this);
    }

    long high(int row) {
        return ids[2 * row];
    }

    long low(int row) {
        return ids[2 * row + 1];
    }

    long version(int row) {
        return states[2 * row];
    }

    long wordHash(int row) {
        return states[2 * row + 1];
    }

    void set(int row, UUID id, long version) {
        ids[2 * row] = id.getMostSignificantBits();
        ids[2 * row + 1] = id.getLeastSignificantBits();
        states[2 * row] = version;
    }

    void setWordHash(int row, long hash) {
        states[2 * row + 1] = hash;
    }

    /** Takes a row over from elsewhere. */
    void takeOver(int row, Identities source, int from) {
        System.arraycopy(source.ids, 2 * from, ids, 2 * row, 2);
        System.arraycopy(source.states, 2 * from, states, 2 * row, 2);
    }

    /** Forgets whose a row was; that somebody had it is still to be seen from the version. */
    void clear(int row) {
        ids[2 * row] = 0;
        ids[2 * row + 1] = 0;
    }

    long bytes() {
        return 8L * (ids.length + states.length);
    }
}
