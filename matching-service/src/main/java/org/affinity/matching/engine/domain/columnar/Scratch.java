package org.affinity.matching.engine.domain.columnar;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Memory that the threads of a search share, used again by the next one. */
final class Scratch {

    final Counts counts = new Counts();
    /** By segment, then block: eligible rows. */
    long[] rows = new long[0];

    /** By segment, then block: what no eligible row exceeds, if there is one. */
    int[] bounds = new int[0];

    /** By segment: what none of its eligible rows can exceed, and the sequence at which all of this was so. */
    int[] highest = new int[0];

    int[] sequences = new int[0];
    long[] order = new long[0];

    private final Queue<Workspace> workspaces = new ConcurrentLinkedQueue<>();

    void reserve(int segments, int rules) {
        counts.reserve(segments, rules);
        if (highest.length < segments) {
            int room = segments + segments / 8 + 1;
            rows = new long[room * Segment.BLOCKS];
            bounds = new int[room * Segment.BLOCKS];
            highest = new int[room];
            sequences = new int[room];
            order = new long[room];
        }
    }

    /** Memory for one thread. */
    Workspace take() {
        Workspace known = workspaces.poll();
        return known == null ? new Workspace() : known;
    }

    void giveBack(Workspace workspace) {
        workspaces.add(workspace);
    }
}
