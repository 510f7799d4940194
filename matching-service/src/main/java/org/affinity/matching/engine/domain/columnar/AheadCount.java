package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.affinity.matching.engine.domain.Hit;

/** Counts who comes before a hit. */
final class AheadCount implements Found {

    private final Hit hit;
    private final LongAdder count = new LongAdder();

    AheadCount(Hit hit) {
        this.hit = hit;
    }

    int count() {
        return count.intValue();
    }

    @Override
    public int threshold() {
        return hit.points();
    }

    @Override
    public void offer(int entries, Workspace found) {
        int ahead = 0;
        for (int i = 0; i < entries; i++) {
            ahead += isAhead(found.points[i], found.idHigh[i], found.idLow[i]) ? 1 : 0;
        }
        count.add(ahead);
    }

    private boolean isAhead(int points, long idHigh, long idLow) {
        UUID id = hit.id();
        if (points == hit.points()) {
            return Hit.compareIds(new UUID(idHigh, idLow), id) < 0;
        }
        return points > hit.points()
                && (idHigh != id.getMostSignificantBits() || idLow != id.getLeastSignificantBits());
    }

    @Override
    public List<Hit> best() {
        return List.of();
    }
}
