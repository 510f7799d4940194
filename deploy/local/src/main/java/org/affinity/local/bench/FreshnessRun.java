package org.affinity.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** Changes creators at one rate, with briefs beside them, and looks for the changes of some. */
final class FreshnessRun {

    static final double BRIEFS_A_SECOND = 20;

    private static final int WRITERS = 24;
    private static final int READERS = 4;

    private final MatchingStack stack;
    private final List<FreshCreator> creators;
    private final int rate;
    private final OutboxTimes outbox;
    private final List<FreshnessProbe> probes = new ArrayList<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean done;

    FreshnessRun(MatchingStack stack, List<FreshCreator> creators, int rate) {
        this.stack = stack;
        this.creators = creators;
        this.rate = rate;
        this.outbox = new OutboxTimes(stack.profiles());
        creators.subList(0, FreshCreator.FOUND_ALONE)
                .forEach(creator -> probes.add(new FreshnessProbe(stack, creator)));
    }

    /** What was found while it was measured; {@code spentOnEach} is per change. */
    record Result(
            double changesPerSecond,
            ProcessorTime spentOnEach,
            Timings fromAnswer,
            Timings fromOutbox,
            IndexTimes intoIndex) {}

    /** Runs for both spans, and tells of the second. */
    Result measure(Duration before, Duration measured) throws IOException, InterruptedException {
        List<Future<Void>> running = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            try {
                running.add(threads.submit(task(() -> outbox.listen(() -> done))));
                probes.forEach(probe -> running.add(threads.submit(task(() -> probe.run(() -> done)))));
                AtomicLong next = new AtomicLong();
                for (int i = 0; i < WRITERS; i++) {
                    List<FreshCreator> own = every(creators.subList(FreshCreator.FOUND_ALONE, creators.size()), i);
                    running.add(threads.submit(task(() -> change(own, start, next))));
                }
                AtomicLong brief = new AtomicLong();
                for (int i = 0; i < READERS; i++) {
                    running.add(threads.submit(task(() -> match(start, brief))));
                }
                TimeUnit.NANOSECONDS.sleep(before.toNanos());
                probes.forEach(FreshnessProbe::forget);
                long from = System.nanoTime();
                long madeBefore = changes.get();
                IndexTimes intoIndexBefore = IndexTimes.of(stack);
                ProcessorTime spentBefore = ProcessorTime.of(stack);
                TimeUnit.NANOSECONDS.sleep(measured.toNanos());
                // What shows later was looked for while the others had stopped.
                List<FreshnessProbe.Seen> seen = seen();
                long made = changes.get() - madeBefore + seen.size();
                double seconds = (System.nanoTime() - from) / 1e9;
                ProcessorTime spent = ProcessorTime.of(stack).since(spentBefore);
                IndexTimes intoIndex = IndexTimes.of(stack).since(intoIndexBefore);
                done = true;
                for (Future<Void> task : running) {
                    task.get();
                }
                return new Result(
                        made / seconds,
                        spent.dividedBy(made),
                        timings(seen, one -> one.at() - one.answered()),
                        timings(seen, one -> one.at() - outbox.sentAt(one.event())),
                        intoIndex);
            } finally {
                done = true;
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private List<FreshnessProbe.Seen> seen() {
        return probes.stream().flatMap(probe -> probe.seen().stream()).toList();
    }

    private Timings timings(List<FreshnessProbe.Seen> seen, ToDoubleFunction<FreshnessProbe.Seen> millis) {
        return new Timings(seen.stream()
                .filter(one -> outbox.knows(one.event()))
                .mapToLong(one -> Math.round(millis.applyAsDouble(one) * 1e6))
                .toArray());
    }

    private static List<FreshCreator> every(List<FreshCreator> creators, int place) {
        List<FreshCreator> own = new ArrayList<>();
        for (int i = place; i < creators.size(); i += WRITERS) {
            own.add(creators.get(i));
        }
        return own;
    }

    /** Changes creators in turn, so that all threads together keep the rate. */
    private void change(List<FreshCreator> own, long start, AtomicLong next) throws IOException, InterruptedException {
        try (PlainConnection connection = new PlainConnection(stack.profiles().api())) {
            for (int i = 0; !done; i++) {
                await(start, next.getAndIncrement(), rate);
                own.get(i % own.size()).change(connection);
                changes.incrementAndGet();
            }
        }
    }

    private void match(long start, AtomicLong next) throws IOException, InterruptedException {
        List<byte[]> briefs = BenchBriefs.requests(stack.api(), stack.token(), 200, 20, ",\"withPanel\":false");
        try (PlainConnection connection = new PlainConnection(stack.api())) {
            while (!done) {
                long number = next.getAndIncrement();
                await(start, number, BRIEFS_A_SECOND);
                connection.succeed(briefs.get((int) (number % briefs.size())));
            }
        }
    }

    private static void await(long start, long number, double rate) throws InterruptedException {
        long due = start + (long) (number * 1e9 / rate);
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }

    private interface Task {

        void run() throws Exception;
    }

    private Callable<Void> task(Task task) {
        return () -> {
            try {
                task.run();
                return null;
            } finally {
                // One that fails ends all: figures without it would tell of something else.
                done = true;
            }
        };
    }
}
