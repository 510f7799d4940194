package org.affinity.matching.match.domain;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the k best of any number of elements: the same ones, in the same order, as sorting them all. */
final class TopK<T> {

    private final int k;
    private final Comparator<T> bestFirst;
    private final PriorityQueue<T> worstOnTop;

    TopK(int k, Comparator<T> bestFirst) {
        this.k = k;
        this.bestFirst = bestFirst;
        this.worstOnTop = new PriorityQueue<>(bestFirst.reversed());
    }

    void offer(T element) {
        if (worstOnTop.size() < k) {
            worstOnTop.add(element);
        } else if (bestFirst.compare(element, worstOnTop.peek()) < 0) {
            worstOnTop.poll();
            worstOnTop.add(element);
        }
    }

    List<T> best() {
        return worstOnTop.stream().sorted(bestFirst).toList();
    }
}
