package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.UUID;
import org.affinity.matching.engine.domain.Hit;

/** Counts who comes before a hit. */
final class AheadCount implements Found {

    private final Hit hit;
    private int count;

    AheadCount(Hit hit) {
        this.hit = hit;
    }

    int count() {
        return count;
    }

    @Override
    public int threshold() {
        return hit.points();
    }

    @Override
    public void offer(int point, long idHigh, long idLow, int row) {
        if (point > hit.points()
                ? idHigh != hit.id().getMostSignificantBits()
                        || idLow != hit.id().getLeastSignificantBits()
                : Hit.compareIds(new UUID(idHigh, idLow), hit.id()) < 0) {
            count++;
        }
    }

    @Override
    public List<Hit> best() {
        return List.of();
    }
}
