package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Where each entry's first row is, by id. Ids are not kept here but read where the place says; for one thread at a time.
 */
final class IdIndex {

    private static final int FREE = -1;

    private final IntFunction<Segment> segments;
    private int[] places;
    private int size;

    /** Places are the number of the segment times {@link Segment#ROWS}, plus the row. */
    IdIndex(IntFunction<Segment> segments, int expected) {
        this.segments = segments;
        places = new int[Math.max(64, Integer.highestOneBit(Math.max(1, expected)) * 2)];
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
        int mask = places.length - 1;
        int hole = slot;
        for (int next = (slot + 1) & mask; places[next] != FREE; next = (next + 1) & mask) {
            int home = home(high(places[next]), low(places[next])) & mask;
            // What could also stand in the hole moves there, so that no search stops too early.
            if (((next - home) & mask) >= ((next - hole) & mask)) {
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
        int mask = places.length - 1;
        int slot = home(high, low) & mask;
        while (places[slot] != FREE && (high(places[slot]) != high || low(places[slot]) != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] former = places;
        places = new int[former.length * 2];
        Arrays.fill(places, FREE);
        for (int place : former) {
            if (place != FREE) {
                places[slot(high(place), low(place))] = place;
            }
        }
    }

    private long high(int place) {
        return segments.apply(place / Segment.ROWS).idHigh[place % Segment.ROWS];
    }

    private long low(int place) {
        return segments.apply(place / Segment.ROWS).idLow[place % Segment.ROWS];
    }

    private static int home(long high, long low) {
        return (int) Dictionary.mix(high ^ Long.rotateLeft(low, 32));
    }
}
