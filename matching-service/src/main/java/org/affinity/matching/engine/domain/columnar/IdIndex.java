package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Where each entry's first row is, by id. Ids are not kept here but read where the place says; for one thread at a
 * time.
 */
final class IdIndex {

    private static final int FREE = -1;
    /** Places for a hundred ids. */
    private static final long ROOM = 140;

    private final IntFunction<Segment> segments;
    private int[] places;
    private int size;

    /** Places are the number of the segment times {@link Segment#ROWS}, plus the row. */
    IdIndex(IntFunction<Segment> segments, int expected) {
        this.segments = segments;
        places = new int[Math.max(64, (int) Math.min(Integer.MAX_VALUE / 2, expected * ROOM / 100))];
        Arrays.fill(places, FREE);
    }

    int size() {
        return size;
    }

    /** Negative when the id is not there. */
    int find(long high, long low) {
        return places[slot(high, low)];
    }

    /** Adds an id that is not there, or moves one that is; its rows must be written. */
    void put(long high, long low, int place) {
        int slot = slot(high, low);
        if (places[slot] == FREE) {
            size++;
        }
        places[slot] = place;
        // Three quarters full.
        if (size > places.length - places.length / 4) {
            grow();
        }
    }

    /** Removes an id while its rows still have it. */
    void remove(long high, long low) {
        int slot = slot(high, low);
        if (places[slot] == FREE) {
            return;
        }
        size--;
        int hole = slot;
        for (int next = after(slot); places[next] != FREE; next = after(next)) {
            int home = home(high(places[next]), low(places[next]));
            // What could also stand in the hole moves there, so that no search stops too early.
            if (distance(home, next) >= distance(hole, next)) {
                places[hole] = places[next];
                hole = next;
            }
        }
        places[hole] = FREE;
    }

    long bytes() {
        return 4L * places.length;
    }

    private int slot(long high, long low) {
        int slot = home(high, low);
        while (places[slot] != FREE && (high(places[slot]) != high || low(places[slot]) != low)) {
            slot = after(slot);
        }
        return slot;
    }

    private int after(int slot) {
        return slot + 1 == places.length ? 0 : slot + 1;
    }

    /** Steps from one slot to another. */
    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + places.length;
    }

    private void grow() {
        int[] former = places;
        places = new int[former.length + former.length / 2];
        Arrays.fill(places, FREE);
        for (int place : former) {
            if (place != FREE) {
                places[slot(high(place), low(place))] = place;
            }
        }
    }

    private long high(int place) {
        return segments.apply(place / Segment.ROWS).identities.high(place % Segment.ROWS);
    }

    private long low(int place) {
        return segments.apply(place / Segment.ROWS).identities.low(place % Segment.ROWS);
    }

    private int home(long high, long low) {
        long hash = Dictionary.mix(high ^ Long.rotateLeft(low, 32)) >>> 32;
        return (int) ((hash * places.length) >>> 32);
    }
}
