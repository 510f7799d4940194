package org.affinity.local.bench;

import java.io.IOException;
import java.net.URI;
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

/** Sends requests to one address, over so many connections at a time. */
final class Load {

    private final URI address;
    private final List<byte[]> requests;
    private final int connections;

    Load(URI address, List<byte[]> requests, int connections) {
        this.address = address;
        this.requests = requests;
        this.connections = connections;
    }

    /** The same over another number of connections. */
    Load with(int otherConnections) {
        return new Load(address, requests, otherConnections);
    }

    /** How long requests took, how many there were each second, and how large answers were. */
    record Result(Timings timings, double perSecond, double bytesPerAnswer) {}

    /** Each connection sends its next request as soon as it has an answer: what the service can do at most. */
    Result closedLoop(Duration duration) throws IOException, InterruptedException {
        AtomicLong next = new AtomicLong();
        long end = System.nanoTime() + duration.toNanos();
        return run(duration, worker -> {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                worker.send(next.getAndIncrement(), start);
            }
        });
    }

    /**
     * Requests are due at even intervals, however long others take; a request's time counts from when it was due, so
     * that nothing that waits is left out.
     */
    Result openLoop(double perSecond, Duration duration) throws IOException, InterruptedException {
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long count = (long) (perSecond * duration.toNanos() / 1e9);
        return run(duration, worker -> {
            for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                long due = start + (long) (number * 1e9 / perSecond);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                worker.send(number, due);
            }
        });
    }

    private interface Work {

        void run(Worker worker) throws IOException, InterruptedException;
    }

    /** One connection and what it measured. */
    private final class Worker {

        private final PlainConnection connection;
        private final List<Long> nanos = new ArrayList<>();
        private long bytes;

        private Worker(PlainConnection connection) {
            this.connection = connection;
        }

        private void send(long number, long since) throws IOException {
            connection.succeed(requests.get((int) (number % requests.size())));
            nanos.add(System.nanoTime() - since);
            bytes += connection.bodyLength();
        }
    }

    private Result run(Duration duration, Work work) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Worker>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Callable<Worker> task = () -> {
                    try (PlainConnection connection = new PlainConnection(address)) {
                        Worker worker = new Worker(connection);
                        work.run(worker);
                        return worker;
                    }
                };
                running.add(threads.submit(task));
            }
            List<Long> nanos = new ArrayList<>();
            long bytes = 0;
            for (Future<Worker> task : running) {
                nanos.addAll(task.get().nanos);
                bytes += task.get().bytes;
            }
            return new Result(
                    new Timings(nanos.stream().mapToLong(Long::longValue).toArray()),
                    nanos.size() * 1e9 / duration.toNanos(),
                    bytes / (double) nanos.size());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }
}
