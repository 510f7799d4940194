package org.affinity.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long it takes until a changed profile shows in a match, while profiles change at an even rate and briefs are
 * answered. Changes go to the API of profile-service; of some creators, each alone with its language, every change is
 * looked for: they are matched again and again until the answer has it. Counted is up to the end of that answer, once
 * from the end of the answer to the change and once from when the event left the outbox, as its record on the topic
 * says. Of all changes matching-service itself counts how long they took from there into its index.
 *
 * <p>Before, creators change as fast as they can for a while: what a virtual machine that is still compiling spends is
 * many times what the work costs, and would be measured instead of it.
 */
public final class FreshnessBench {

    private static final List<Integer> CHANGES_A_SECOND = List.of(20, 100, 500);
    private static final int AS_MANY_AS_CAN_BE = 1_000_000;
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private FreshnessBench() {}

    /** Measures, prints what it found and gives the figures back. */
    public static Map<String, Object> measure(MatchingStack stack) throws IOException, InterruptedException {
        List<FreshCreator> creators = FreshCreator.create(stack);
        new FreshnessRun(stack, creators, AS_MANY_AS_CAN_BE).measure(WARM_UP, Duration.ZERO);
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int rate : CHANGES_A_SECOND) {
            FreshnessRun.Result result = new FreshnessRun(stack, creators, rate).measure(SETTLING, MEASURED);
            print(rate, result);
            figures.put("at" + rate, figures(rate, result));
        }
        return figures;
    }

    private static void print(int rate, FreshnessRun.Result result) {
        ProcessorTime each = result.spentOnEach();
        System.out.printf(
                Locale.ROOT,
                "%d changes a second asked for, %.0f made, %.0f briefs a second, %d changes looked for; CPU ms a change:"
                        + " profile-service %.2f; matching-service, PostgreSQL, client and broker %s%n",
                rate,
                result.changesPerSecond(),
                FreshnessRun.BRIEFS_A_SECOND,
                result.fromAnswer().count(),
                each.profiles(),
                each);
        print("answer to seen in a match", result.fromAnswer());
        print("outbox to seen in a match", result.fromOutbox());
        IndexTimes intoIndex = result.intoIndex();
        print("outbox to index, up to", intoIndex.millis(0.5), intoIndex.millis(0.9), intoIndex.millis(0.99));
    }

    private static void print(String name, Timings timings) {
        print(name, timings.millis(0.5), timings.millis(0.9), timings.millis(0.99));
    }

    private static void print(String name, double median, double ninetieth, double ninetyNinth) {
        System.out.printf(
                Locale.ROOT, "%-34s p50 %7.1f ms, p90 %7.1f ms, p99 %7.1f ms%n", name, median, ninetieth, ninetyNinth);
    }

    private static Map<String, Object> figures(int rate, FreshnessRun.Result result) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("changesPerSecondAskedFor", rate);
        figures.put("changesPerSecond", result.changesPerSecond());
        figures.put("briefsPerSecond", FreshnessRun.BRIEFS_A_SECOND);
        figures.put("processorMillisPerChange", result.spentOnEach().figures());
        figures.put("answerToMatch", result.fromAnswer().figures(null));
        figures.put("outboxToMatch", result.fromOutbox().figures(null));
        figures.put("outboxToIndex", result.intoIndex().figures());
        return figures;
    }
}
