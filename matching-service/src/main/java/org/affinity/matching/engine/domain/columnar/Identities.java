package org.affinity.matching.engine.domain.columnar;

import java.util.UUID;

/**
 * Whom each row of a segment belongs to and which state of theirs it holds. What is read together lies together: it
 * takes one line of memory, or two.
 */
final class Identities {

    private static final int LOW = 1;
    private static final int VERSION = 2;
    private static final int WORD_HASH = 3;
    private static final int PARTS = 4;

    /**
     * By row: both halves of the id, 0 where nobody is; the version of the entry; and a hash of the row's words, equal
     * when they are the same.
     */
    final long[] parts;

    Identities() {
        parts = new long[PARTS * Segment.ROWS];
    }

    private Identities(Identities other) {
        parts = other.parts.clone();
    }

    Identities copy() {
        return new Identities(this);
    }

    long high(int row) {
        return parts[PARTS * row];
    }

    long low(int row) {
        return parts[PARTS * row + LOW];
    }

    long version(int row) {
        return parts[PARTS * row + VERSION];
    }

    long wordHash(int row) {
        return parts[PARTS * row + WORD_HASH];
    }

    void set(int row, UUID id, long version) {
        parts[PARTS * row] = id.getMostSignificantBits();
        parts[PARTS * row + LOW] = id.getLeastSignificantBits();
        parts[PARTS * row + VERSION] = version;
    }

    void setWordHash(int row, long hash) {
        parts[PARTS * row + WORD_HASH] = hash;
    }

    /** Takes a row over from elsewhere. */
    void takeOver(int row, Identities source, int from) {
        System.arraycopy(source.parts, PARTS * from, parts, PARTS * row, PARTS);
    }

    /** Forgets whose a row was; that somebody had it is still to be seen from the version. */
    void clear(int row) {
        parts[PARTS * row] = 0;
        parts[PARTS * row + LOW] = 0;
    }

    long bytes() {
        return 8L * parts.length;
    }
}
