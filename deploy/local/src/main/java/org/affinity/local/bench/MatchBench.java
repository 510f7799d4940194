package org.affinity.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many matches matching-service answers each second, with 100 explained creators in each, and how long they take at
 * half that rate; beside reading one of these matches again, which is the same bytes without the work, and a health
 * request. Client, service, PostgreSQL and broker share the machine.
 */
public final class MatchBench {

    private static final int RANKED = 100;
    private static final int BRIEFS = 200;
    private static final int CONNECTIONS = 8;
    private static final int OPEN_CONNECTIONS = 64;
    /** Until the compiler has little left to do, which takes it a quarter of two processors in the first minute. */
    private static final Duration WARM_UP = Duration.ofSeconds(80);

    private static final Duration PANEL_WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private final MatchingStack stack;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private MatchBench(MatchingStack stack) {
        this.stack = stack;
    }

    /** Measures, prints what it found and gives the figures back. */
    public static Map<String, Object> measure(MatchingStack stack) throws IOException, InterruptedException {
        return new MatchBench(stack).measure();
    }

    private Map<String, Object> measure() throws IOException, InterruptedException {
        List<byte[]> ranking = BenchBriefs.requests(stack.api(), stack.token(), BRIEFS, RANKED, ",\"withPanel\":false");
        List<byte[]> panel = BenchBriefs.requests(stack.api(), stack.token(), BRIEFS, RANKED, "");
        byte[] health = PlainConnection.request(stack.management(), "GET", "/q/health/live", null, null, null);
        new Load(stack.api(), ranking, CONNECTIONS).closedLoop(WARM_UP);
        new Load(stack.api(), panel, CONNECTIONS).closedLoop(PANEL_WARM_UP);
        System.out.printf(
                "%-34s %10s %8s %9s %9s %9s %9s   CPU ms each: service, PostgreSQL, client%n",
                "REQUEST, " + CONNECTIONS + " AT A TIME", "A SECOND", "RATIO", "P50 MS", "P99 MS", "KB", "HALF P99");
        Load.Result base = row("health", new Load(stack.management(), List.of(health), CONNECTIONS), null);
        row("the same match read again", new Load(stack.api(), List.of(replay(ranking.getFirst())), CONNECTIONS), base);
        row("100 explained, no panel", new Load(stack.api(), ranking, CONNECTIONS), base);
        row("100 explained, panel", new Load(stack.api(), panel, CONNECTIONS), base);
        return figures;
    }

    private byte[] replay(byte[] request) throws IOException {
        try (PlainConnection connection = new PlainConnection(stack.api())) {
            connection.succeed(request);
            String matchId = connection.body().replaceFirst("(?s).*?\"matchId\":\"([^\"]+)\".*", "$1");
            return PlainConnection.request(stack.api(), "GET", "/v1/matches/" + matchId, stack.token(), null, null);
        }
    }

    private Load.Result row(String name, Load load, Load.Result baseline) throws IOException, InterruptedException {
        ProcessorTime before = ProcessorTime.of(stack);
        Load.Result most = load.closedLoop(MEASURED);
        ProcessorTime spent =
                ProcessorTime.of(stack).since(before).dividedBy(most.timings().count());
        double half = most.perSecond() / 2;
        Timings atHalf = load.with(OPEN_CONNECTIONS).openLoop(half, MEASURED).timings();
        double ratio = baseline == null ? 1 : most.perSecond() / baseline.perSecond();
        System.out.printf(
                Locale.ROOT,
                "%-34s %10.0f %8.3f %9.1f %9.1f %9.1f %9.1f   %s%n",
                name,
                most.perSecond(),
                ratio,
                most.timings().millis(0.5),
                most.timings().millis(0.99),
                most.bytesPerAnswer() / 1e3,
                atHalf.millis(0.99),
                spent);
        Map<String, Object> row = most.timings().figures(baseline == null ? null : baseline.timings());
        row.put("perSecond", most.perSecond());
        row.put("rateRatio", ratio);
        row.put("bytesPerAnswer", most.bytesPerAnswer());
        row.put("processorMillisEach", spent.figures());
        row.put("halfRate", half);
        row.put("atHalfRate", atHalf.figures(null));
        figures.put(name, row);
        return most;
    }
}
