package org.affinity.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * How long it takes until a changed profile shows in a match, while profiles change at an even rate and briefs are
 * answered. Changes go to the API of profile-service; of some creators, each alone with its language, every change is
 * looked for: they are matched again and again until the answer has it. Counted is up to the end of that answer, once
 * from the end of the answer to the change and once from when the event left the outbox, as its record on the topic
 * says.
 */
public final class FreshnessBench {

    /** The second is more than two processors bear with all services, databases, the broker and the client on them. */
    private static final List<Integer> CHANGES_A_SECOND = List.of(100, 500);

    private static final int WRITERS = 24;
    private static final int PROBES = 1;
    private static final double BRIEFS_A_SECOND = 20;
    private static final int CREATORS = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(80);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);

    private final MatchingStack stack;
    private final List<Creator> creators;
    private final int rate;
    /** When an event left the outbox, in milliseconds of the epoch, by creator and version. */
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    private final List<Probe> probes = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean measuring;
    private volatile boolean done;

    private FreshnessBench(MatchingStack stack, List<Creator> creators, int rate) {
        this.stack = stack;
        this.creators = creators;
        this.rate = rate;
    }

    /** A change that was looked for: when it was answered and seen, in milliseconds of the epoch. */
    private record Probe(String event, double answered, double seen) {}

    /** Measures, prints what it found and gives the figures back. */
    public static Map<String, Object> measure(MatchingStack stack) throws IOException, InterruptedException {
        List<Creator> creators = create(stack);
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int rate : CHANGES_A_SECOND) {
            figures.put("at" + rate, new FreshnessBench(stack, creators, rate).measure());
        }
        return figures;
    }

    private Map<String, Object> measure() throws IOException, InterruptedException {
        List<Future<Void>> running = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            try {
                running.add(threads.submit(task(this::listen)));
                for (int i = 0; i < PROBES; i++) {
                    Creator probe = creators.get(i);
                    running.add(threads.submit(task(() -> probe(probe))));
                }
                AtomicLong next = new AtomicLong();
                for (int i = 0; i < WRITERS; i++) {
                    List<Creator> own = every(creators.subList(PROBES, CREATORS), i);
                    running.add(threads.submit(task(() -> change(own, start, next))));
                }
                AtomicLong brief = new AtomicLong();
                for (int i = 0; i < 4; i++) {
                    running.add(threads.submit(task(() -> match(start, brief))));
                }
                TimeUnit.NANOSECONDS.sleep(WARM_UP.toNanos());
                measuring = true;
                long before = changes.get();
                ProcessorTime spent = ProcessorTime.of(stack);
                TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
                measuring = false;
                long made = changes.get() - before;
                spent = ProcessorTime.of(stack).since(spent).dividedBy(made);
                done = true;
                for (Future<Void> task : running) {
                    task.get();
                }
                return report(made / (double) MEASURED.toSeconds(), spent);
            } finally {
                done = true;
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private Map<String, Object> report(double reached, ProcessorTime spent) {
        List<Probe> seen =
                probes.stream().filter(probe -> sent.containsKey(probe.event())).toList();
        Timings fromAnswer = timings(seen, Probe::answered);
        Timings fromOutbox = timings(seen, probe -> sent.get(probe.event()));
        System.out.printf(
                Locale.ROOT,
                "%d changes a second asked for, %.0f made, %.0f briefs a second, %d changes looked for; CPU ms a change:"
                        + " profile-service %.2f; matching-service, PostgreSQL, client and broker %s%n",
                rate,
                reached,
                BRIEFS_A_SECOND,
                seen.size(),
                spent.profiles(),
                spent);
        print("answer to seen in a match", fromAnswer);
        print("outbox to seen in a match", fromOutbox);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("changesPerSecondAskedFor", rate);
        figures.put("changesPerSecond", reached);
        figures.put("briefsPerSecond", BRIEFS_A_SECOND);
        figures.put("processorMillisPerChange", spent.figures());
        figures.put("answerToMatch", fromAnswer.figures(null));
        figures.put("outboxToMatch", fromOutbox.figures(null));
        return figures;
    }

    private static void print(String name, Timings timings) {
        System.out.printf(
                Locale.ROOT,
                "%-34s p50 %7.1f ms, p90 %7.1f ms, p99 %7.1f ms%n",
                name,
                timings.millis(0.5),
                timings.millis(0.9),
                timings.millis(0.99));
    }

    private static Timings timings(List<Probe> probes, java.util.function.ToDoubleFunction<Probe> from) {
        return new Timings(probes.stream()
                .mapToLong(probe -> Math.round((probe.seen() - from.applyAsDouble(probe)) * 1e6))
                .toArray());
    }

    /** A creator of profile-service, used by one thread at a time. */
    private static final class Creator {

        private final String id;
        private final String handle;
        private final String language;
        private long version = 1;

        private Creator(String id, String handle, String language) {
            this.id = id;
            this.handle = handle;
            this.language = language;
        }

        private String body() {
            // The number of followers is the version, so that the evidence of a match tells it.
            return profile(handle, language, 10_000 + version);
        }
    }

    private static String profile(String handle, String language, long followers) {
        return """
                {"displayName":"Bench %s","country":"FR","languages":["%s"],"topics":["food","home"],
                 "accounts":[{"platform":"INSTAGRAM","handle":"%s","followers":%d}]}""".formatted(handle, language, handle, followers);
    }

    private static List<Creator> create(MatchingStack stack) throws IOException {
        String run = Long.toString(System.nanoTime(), 36);
        List<Creator> creators = new ArrayList<>();
        try (PlainConnection connection = new PlainConnection(stack.profiles().api())) {
            for (int i = 0; i < CREATORS; i++) {
                String handle = "fresh." + run + "." + i;
                String language = i < PROBES ? "qz" + (char) ('a' + i) : "fr";
                connection.succeed(PlainConnection.request(
                        stack.profiles().api(),
                        "POST",
                        "/v1/creators",
                        stack.profiles().token(),
                        null,
                        profile(handle, language, 10_001)));
                creators.add(new Creator(
                        connection.body().replaceFirst("(?s).*?\"creatorId\":\"([^\"]+)\".*", "$1"), handle, language));
            }
        }
        return creators;
    }

    private static List<Creator> every(List<Creator> creators, int place) {
        List<Creator> own = new ArrayList<>();
        for (int i = place; i < creators.size(); i += WRITERS) {
            own.add(creators.get(i));
        }
        return own;
    }

    /** Changes creators in turn, so that all threads together keep the rate. */
    private void change(List<Creator> own, long start, AtomicLong next) throws IOException, InterruptedException {
        try (PlainConnection connection = new PlainConnection(stack.profiles().api())) {
            for (int i = 0; !done; i++) {
                long due = start + (long) (next.getAndIncrement() * 1e9 / rate);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                change(connection, own.get(i % own.size()));
            }
        }
    }

    private void change(PlainConnection connection, Creator creator) throws IOException {
        String etag = "\"" + creator.version + "\"";
        creator.version++;
        connection.succeed(PlainConnection.request(
                stack.profiles().api(),
                "PUT",
                "/v1/creators/" + creator.id,
                stack.profiles().token(),
                etag,
                creator.body()));
        changes.incrementAndGet();
    }

    /** Changes one creator again and again, and matches until the change shows. */
    private void probe(Creator creator) throws IOException, InterruptedException {
        byte[] brief = PlainConnection.request(
                stack.api(), "POST", "/v1/matches", stack.token(), null, """
                {"k":1,"withPanel":false,"brief":{"brand":"Fresh","description":"Freshness",
                 "objectives":[{"aim":"VISIBILITY","kpi":"IMPRESSIONS","target":"50000"}],
                 "audience":{"countries":[],"languages":["%s"],"topics":["food"]},"platforms":[],"tiers":[],
                 "engagementType":"PAID","budget":{"amount":"5000.00","currency":"EUR"},"maxCreators":5,
                 "startsOn":"2027-03-01","endsOn":"2027-03-31"}}""".formatted(creator.language));
        try (PlainConnection profiles = new PlainConnection(stack.profiles().api());
                PlainConnection matches = new PlainConnection(stack.api())) {
            while (!done) {
                change(profiles, creator);
                double answered = now();
                String shown = "\"" + (10_000 + creator.version) + " followers";
                matches.succeed(brief);
                while (!matches.body().contains(shown)) {
                    if (now() - answered > PATIENCE.toMillis()) {
                        throw new IOException("version " + creator.version + " of " + creator.id + " did not show");
                    }
                    TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
                    matches.succeed(brief);
                }
                if (measuring) {
                    probes.add(new Probe(creator.id + " " + creator.version, answered, now()));
                }
                TimeUnit.NANOSECONDS.sleep(PROBE_PAUSE.toNanos());
            }
        }
    }

    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    private void match(long start, AtomicLong next) throws IOException, InterruptedException {
        List<byte[]> briefs = BenchBriefs.requests(stack.api(), stack.token(), 200, 20, ",\"withPanel\":false");
        try (PlainConnection connection = new PlainConnection(stack.api())) {
            while (!done) {
                long number = next.getAndIncrement();
                long due = start + (long) (number * 1e9 / BRIEFS_A_SECOND);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                connection.succeed(briefs.get((int) (number % briefs.size())));
            }
        }
    }

    private void listen() {
        try (KafkaConsumer<String, byte[]> consumer = LatencyBench.atTheEnd(stack.profiles())) {
            while (!done) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                    String version =
                            new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.US_ASCII);
                    sent.put(UUID.fromString(event.key()) + " " + version, event.timestamp());
                }
            }
        }
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
