package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.affinity.matching.engine.domain.Hit;

/** Counts who comes before a hit. */
final class AheadCount implements Found {

    private final Hit hit;
    private final AtomicInteger count = new AtomicInteger();

    AheadCount(Hit hit) {
        this.hit = hit;
    }

    int count() {
        return count.get();
    }

    @Override
    public int threshold() {
        return hit.points();
    }

    @Override
    public void offer(int found, Workspace block) {
        int ahead = 0;
        for (int i = 0; i < found; i++) {
            if (isAhead(block.points[i], block.idHigh[i], block.idLow[i])) {
                ahead++;
            }
        }
        count.addAndGet(ahead);
    }

    private boolean isAhead(int points, long idHigh, long idLow) {
        return points > hit.points()
                ? idHigh != hit.id().getMostSignificantBits()
                        || idLow != hit.id().getLeastSignificantBits()
                : Hit.compareIds(new UUID(idHigh, idLow), hit.id()) < 0;
    }

    @Override
    public List<Hit> best() {
        return List.of();
    }
}
