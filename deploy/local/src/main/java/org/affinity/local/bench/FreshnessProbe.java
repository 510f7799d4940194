package org.affinity.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Changes one creator again and again, and matches until each change shows. */
final class FreshnessProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(80);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final MatchingStack stack;
    private final FreshCreator creator;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    FreshnessProbe(MatchingStack stack, FreshCreator creator) {
        this.stack = stack;
        this.creator = creator;
    }

    /** A change that was looked for: when it was answered and when it was seen, in milliseconds of the epoch. */
    record Seen(String event, double answered, double at) {}

    List<Seen> seen() {
        return seen;
    }

    /** Forgets what was seen so far. */
    void forget() {
        seen.clear();
    }

    void run(BooleanSupplier done) throws IOException, InterruptedException {
        byte[] brief = PlainConnection.request(
                stack.api(), "POST", "/v1/matches", stack.token(), null, """
                {"k":1,"withPanel":false,"brief":{"brand":"Fresh","description":"Freshness",
                 "objectives":[{"aim":"VISIBILITY","kpi":"IMPRESSIONS","target":"50000"}],
                 "audience":{"countries":[],"languages":["%s"],"topics":["food"]},"platforms":[],"tiers":[],
                 "engagementType":"PAID","budget":{"amount":"5000.00","currency":"EUR"},"maxCreators":5,
                 "startsOn":"2027-03-01","endsOn":"2027-03-31"}}""".formatted(creator.language()));
        try (PlainConnection profiles = new PlainConnection(stack.profiles().api());
                PlainConnection matches = new PlainConnection(stack.api())) {
            while (!done.getAsBoolean()) {
                creator.change(profiles);
                double answered = now();
                matches.succeed(brief);
                while (!matches.body().contains(creator.shown())) {
                    if (now() - answered > PATIENCE.toMillis()) {
                        throw new IOException(creator + " did not show");
                    }
                    TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
                    matches.succeed(brief);
                }
                seen.add(new Seen(creator.event(), answered, now()));
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }
    }

    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }
}
