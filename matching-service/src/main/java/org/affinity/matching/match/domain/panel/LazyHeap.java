package org.affinity.matching.match.domain.panel;

/**
 * Creators by what they promise, highest first, then smallest number. A promise is what somebody added when last looked
 * at; as that only falls, the one on top with a fresh promise is the best of all (Minoux's lazy greedy).
 */
final class LazyHeap {

    private final int[] creators;
    private final double[] promises;
    private final int[] seenAt;
    private int size;

    LazyHeap(int capacity) {
        this.creators = new int[capacity];
        this.promises = new double[capacity];
        this.seenAt = new int[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    void add(int creator, double promise, int step) {
        int at = size++;
        while (at > 0 && isBetter(promise, creator, (at - 1) / 2)) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        set(at, creator, promise, step);
    }

    int top() {
        return creators[0];
    }

    double topPromise() {
        return promises[0];
    }

    int topSeenAt() {
        return seenAt[0];
    }

    void removeTop() {
        size--;
        if (size > 0) {
            sink(creators[size], promises[size], seenAt[size]);
        }
    }

    /** Lowers the promise of the one on top. */
    void lowerTop(double promise, int step) {
        sink(creators[0], promise, step);
    }

    private void sink(int creator, double promise, int step) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBetter(promises[child + 1], creators[child + 1], child)) {
                child++;
            }
            if (child >= size || isBetter(promise, creator, child)) {
                set(at, creator, promise, step);
                return;
            }
            move(child, at);
            at = child;
        }
    }

    private boolean isBetter(double promise, int creator, int than) {
        return promise > promises[than] || (promise == promises[than] && creator <= creators[than]);
    }

    private void move(int from, int to) {
        set(to, creators[from], promises[from], seenAt[from]);
    }

    private void set(int at, int creator, double promise, int step) {
        creators[at] = creator;
        promises[at] = promise;
        seenAt[at] = step;
    }
}
