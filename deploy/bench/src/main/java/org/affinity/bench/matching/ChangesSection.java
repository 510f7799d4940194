package org.affinity.bench.matching;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;

/**
 * Changes of random creators, all of whose audience and signals are drawn again: alone, and while briefs are answered.
 */
final class ChangesSection {

    private static final int CHANGES = 200_000;
    private static final int RATE = 50_000;
    /** Searches are compiled anew when segments begin to change. */
    private static final int WARM_UP = 20;

    private static final int ROUNDS = 11;

    private final Creators creators;
    private final List<Brief> briefs;
    private final ColumnarEngine engine;
    private final ColumnarContender contender;

    ChangesSection(Creators creators, List<Brief> briefs, ColumnarEngine engine, ColumnarContender contender) {
        this.creators = creators;
        this.briefs = briefs;
        this.engine = engine;
        this.contender = contender;
    }

    void run(Map<String, Object> figures) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(World.SEED);
        List<Entry> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            changes.add(creators.changed(random.nextInt(creators.size), 1 + i % 3));
        }
        changes.subList(0, CHANGES / 2).forEach(engine::put);
        long start = System.nanoTime();
        changes.subList(CHANGES / 2, CHANGES).forEach(engine::put);
        double perSecond = CHANGES / 2 / MatchingBench.seconds(start);
        MatchingBench.line("changes, one thread: %.0f a second", perSecond);
        Timings quiet = measure();
        AtomicBoolean isOver = new AtomicBoolean();
        long[] done = new long[1];
        Thread writer = Thread.ofPlatform().daemon().start(() -> change(changes, isOver, done));
        start = System.nanoTime();
        Timings changing = measure();
        double share = ManagementFactory.getThreadMXBean().getThreadCpuTime(writer.threadId())
                / (double) (System.nanoTime() - start);
        isOver.set(true);
        writer.join();
        double rate = done[0] / MatchingBench.seconds(start);
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("changesPerSecond", perSecond);
        section.put("rateWhileAnswering", rate);
        section.put("processorShareOfChanges", share);
        section.put("p50Before", Timings.percentile(quiet.quietMillis(), 0.5));
        section.put("p99Before", Timings.percentile(quiet.quietMillis(), 0.99));
        section.put("p50During", Timings.percentile(changing.quietMillis(), 0.5));
        section.put("p99During", Timings.percentile(changing.quietMillis(), 0.99));
        section.put("rawP99Before", Timings.percentile(quiet.rawMillis(), 0.99));
        section.put("rawP99During", Timings.percentile(changing.rawMillis(), 0.99));
        figures.put("changes", section);
        MatchingBench.line(
                "briefs after these changes: p50 %.3f, p99 %.3f ms; during %.0f changes a second, which take %.2f of a"
                        + " processor: p50 %.3f, p99 %.3f ms",
                section.get("p50Before"),
                section.get("p99Before"),
                rate,
                share,
                section.get("p50During"),
                section.get("p99During"));
    }

    private Timings measure() {
        Timings timings = new Timings(briefs.size(), ROUNDS);
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int brief = 0; brief < briefs.size(); brief++) {
                long start = System.nanoTime();
                contender.top(briefs.get(brief), LatencySection.K);
                if (round >= 0) {
                    timings.set(brief, round, System.nanoTime() - start);
                }
            }
        }
        return timings;
    }

    /** So many a second, in bursts of a millisecond's worth. */
    private void change(List<Entry> changes, AtomicBoolean isOver, long[] done) {
        long start = System.nanoTime();
        while (!isOver.get()) {
            long due = (System.nanoTime() - start) * RATE / 1_000_000_000L;
            while (done[0] < due) {
                Entry entry = changes.get((int) (done[0]++ % changes.size()));
                engine.put(new Entry(entry.id(), Long.MAX_VALUE, entry.rows()));
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
