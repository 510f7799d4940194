package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.UUID;
import org.affinity.matching.engine.domain.Hit;

/** The best k that the threads of a search have seen so far: a heap in arrays with the worst of them on top. */
final class TopHits implements Found {

    private final int[] points;
    private final long[] high;
    private final long[] low;
    private final int[] rows;
    private final long[] versions;
    private int size;
    private volatile int threshold;

    TopHits(int k) {
        points = new int[k];
        high = new long[k];
        low = new long[k];
        rows = new int[k];
        versions = new long[k];
        threshold = Integer.MIN_VALUE;
    }

    @Override
    public int threshold() {
        return threshold;
    }

    @Override
    public void offer(int count, Workspace found) {
        if (count == 0 || points.length == 0) {
            return;
        }
        synchronized (this) {
            for (int i = 0; i < count; i++) {
                offer(found.points[i], found.idHigh[i], found.idLow[i], found.places[i], found.versions[i]);
            }
            threshold = size < points.length ? Integer.MIN_VALUE : points[0];
        }
    }

    private void offer(int point, long idHigh, long idLow, int row, long version) {
        if (size < points.length) {
            int place = size++;
            while (place > 0 && isWorse(point, idHigh, idLow, (place - 1) / 2)) {
                move((place - 1) / 2, place);
                place = (place - 1) / 2;
            }
            set(place, point, idHigh, idLow, row, version);
        } else if (!isWorse(point, idHigh, idLow, 0)) {
            replaceWorst(point, idHigh, idLow, row, version);
        }
    }

    private void replaceWorst(int point, long idHigh, long idLow, int row, long version) {
        int place = 0;
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isWorse(points[child + 1], high[child + 1], low[child + 1], child)) {
                child++;
            }
            if (isWorse(point, idHigh, idLow, child)) {
                break;
            }
            move(child, place);
            place = child;
        }
        set(place, point, idHigh, idLow, row, version);
    }

    @Override
    public List<Hit> best() {
        Hit[] best = new Hit[size];
        // The worst of those that are left is on top each time.
        for (; size > 0; replaceWorst(points[size], high[size], low[size], rows[size], versions[size])) {
            size--;
            best[size] = new Hit(new UUID(high[0], low[0]), rows[0], points[0], versions[0]);
        }
        return List.of(best);
    }

    private boolean isWorse(int point, long idHigh, long idLow, int place) {
        if (point != points[place]) {
            return point < points[place];
        }
        int ids = Long.compareUnsigned(idHigh, high[place]);
        return ids != 0 ? ids > 0 : Long.compareUnsigned(idLow, low[place]) >= 0;
    }

    private void move(int from, int to) {
        set(to, points[from], high[from], low[from], rows[from], versions[from]);
    }

    private void set(int place, int point, long idHigh, long idLow, int row, long version) {
        points[place] = point;
        high[place] = idHigh;
        low[place] = idLow;
        rows[place] = row;
        versions[place] = version;
    }
}
