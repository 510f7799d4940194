package org.affinity.bench.matching;

import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.affinity.matching.engine.domain.Hit;

/** The best k seen so far. */
final class Best {

    private final int k;
    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(Hit.BEST_FIRST.reversed());

    Best(int k) {
        this.k = k;
    }

    /** Whether so many points can still be among the best. */
    boolean wants(int points) {
        return worstFirst.size() < k || points >= worstFirst.element().points();
    }

    void offer(UUID id, int points) {
        worstFirst.add(new Hit(id, 0, points, Creators.VERSION));
        if (worstFirst.size() > k) {
            worstFirst.remove();
        }
    }

    List<Hit> hits() {
        return worstFirst.stream().sorted(Hit.BEST_FIRST).toList();
    }
}
