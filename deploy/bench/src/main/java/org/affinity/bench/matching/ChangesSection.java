package org.affinity.bench.matching;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;

/**
 * Changes of random creators: of a few figures, which leave all else as it is; and with all of their audience and
 * signals drawn again, alone and while briefs are answered. What these cost the briefs by taking a processor for a part
 * of the time is told by the same briefs beside a thread that takes it for as long and touches nothing.
 */
final class ChangesSection {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
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
            // Each newer than those before it, or the engine would refuse some of those that are drawn twice.
            changes.add(creators.changed(random.nextInt(creators.size), i + 1));
        }
        changes.subList(0, CHANGES / 2).forEach(engine::put);
        double perSecond = perSecond(changes.subList(CHANGES / 2, CHANGES));
        double ofFiguresPerSecond = perSecond(withOtherFigures(changes));
        MatchingBench.line(
                "changes, one thread: %.0f a second with audience and signals new, %.0f with figures new",
                perSecond, ofFiguresPerSecond);
        Timings quiet = measure();
        // Before the changes, so that the columns lie as they do in the quiet.
        Beside occupied = measureBeside(isOver -> occupy(RATE / perSecond, isOver));
        long[] done = new long[1];
        long start = System.nanoTime();
        Beside changing = measureBeside(isOver -> change(changes, isOver, done));
        double rate = done[0] / MatchingBench.seconds(start);
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("changesPerSecond", perSecond);
        section.put("changesOfFiguresPerSecond", ofFiguresPerSecond);
        section.put("rateWhileAnswering", rate);
        section.put("processorShareOfChanges", changing.share());
        section.put("processorShareOfBusyThread", occupied.share());
        section.put("p50Before", Timings.percentile(quiet.quietMillis(), 0.5));
        section.put("p99Before", Timings.percentile(quiet.quietMillis(), 0.99));
        section.put("p50During", Timings.percentile(changing.timings().quietMillis(), 0.5));
        section.put("p99During", Timings.percentile(changing.timings().quietMillis(), 0.99));
        section.put("p50BesideBusyThread", Timings.percentile(occupied.timings().quietMillis(), 0.5));
        section.put("p99BesideBusyThread", Timings.percentile(occupied.timings().quietMillis(), 0.99));
        section.put("rawP99Before", Timings.percentile(quiet.rawMillis(), 0.99));
        section.put("rawP99During", Timings.percentile(changing.timings().rawMillis(), 0.99));
        figures.put("changes", section);
        MatchingBench.line(
                "briefs after these changes: p50 %.3f, p99 %.3f ms; during %.0f changes a second, which take %.2f of a"
                        + " processor: p50 %.3f, p99 %.3f ms",
                section.get("p50Before"),
                section.get("p99Before"),
                rate,
                changing.share(),
                section.get("p50During"),
                section.get("p99During"));
        MatchingBench.line(
                "beside a thread that takes %.2f of a processor and touches nothing: p50 %.3f, p99 %.3f ms",
                occupied.share(), section.get("p50BesideBusyThread"), section.get("p99BesideBusyThread"));
    }

    /** Of half as many, or of all that changed, as the engine has them now. */
    private static List<Entry> withOtherFigures(List<Entry> changes) {
        Map<UUID, Entry> last = new LinkedHashMap<>();
        changes.forEach(entry -> last.put(entry.id(), entry));
        return last.values().stream()
                .limit(CHANGES / 2)
                .map(Creators::withOtherFigures)
                .toList();
    }

    private double perSecond(List<Entry> entries) {
        long start = System.nanoTime();
        entries.forEach(engine::put);
        return entries.size() / MatchingBench.seconds(start);
    }

    /** How long briefs took beside another thread, and for what part of that time it had a processor. */
    private record Beside(Timings timings, double share) {}

    private Beside measureBeside(Consumer<AtomicBoolean> work) throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread other = Thread.ofPlatform().daemon().start(() -> work.accept(isOver));
        long start = System.nanoTime();
        Timings timings = measure();
        double share = THREADS.getThreadCpuTime(other.threadId()) / (double) (System.nanoTime() - start);
        isOver.set(true);
        other.join();
        return new Beside(timings, share);
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

    /** Takes a part of a processor's time, in bursts like those of changes. */
    private static void occupy(double share, AtomicBoolean isOver) {
        long start = System.nanoTime();
        while (!isOver.get()) {
            long due = (long) ((System.nanoTime() - start) * share);
            while (THREADS.getCurrentThreadCpuTime() < due) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(1_000_000);
        }
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
