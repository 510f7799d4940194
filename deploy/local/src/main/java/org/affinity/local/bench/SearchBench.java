package org.affinity.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How long searches take through HTTP, page of 50, against a plain indexed select of one creator by its handle on the
 * same PostgreSQL in the same run.
 */
public final class SearchBench {

    private static final int ROUNDS = 20;
    private static final int WARM_UP = 20;
    private static final int BASELINE = 2_000;
    private static final String PLAIN_SELECT =
            "select c.* from creator c join account a on a.creator_id = c.id where a.handle_key = ?";

    /** What brands ask for: from everybody to hardly anybody, by every kind of filter and order. */
    private static final List<String> QUERIES = List.of(
            "",
            "?sort=-followers",
            "?country=FR",
            "?country=FR&platform=INSTAGRAM&tier=NANO",
            "?country=FR&platform=INSTAGRAM&tier=MICRO&topic=food&sort=-engagementRate",
            "?platform=TIKTOK&followersFrom=10000&followersTo=50000&sort=-followers",
            "?platform=YOUTUBE&followersFrom=20000&followersTo=30000&engagementRateFrom=0.01&sort=engagementRate",
            "?topic=knitting&topic=gardening&country=BE&country=CH",
            "?topic=falconry&country=SN",
            "?everyTopic=food&everyTopic=chess&sort=displayName",
            "?q=lea",
            "?q=lea+food&sort=-followers",
            "?q=amelia+vegan",
            "?q=creme+brulee&country=FR&sort=-updatedAt",
            "?q=lyon+knitting",
            "?q=sofia+836",
            "?q=nobodyiscalledso",
            "?handle=lea.3e8",
            "?language=pt&tier=PROXIMITY",
            "?language=de&language=fr&engagementType=GIFTED&tier=NANO&sort=followers",
            "?engagementType=PAID&maxFee=60.00&country=IT&sort=-engagementRate",
            "?engagementType=VOLUNTEER&topic=animals&country=GB",
            "?completedCollaborationsFrom=10&country=JP&sort=-completedCollaborations",
            "?adult=true&country=FR&topic=beauty&tier=MACRO&sort=-followers",
            "?tier=PROXIMITY&sort=-followers",
            "?tier=MEGA&country=MA&sort=displayName",
            "?state=WITHDRAWN&country=NL");

    private final ProfileStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    private SearchBench(ProfileStack stack) {
        this.stack = stack;
    }

    /** Generates what lacks to so many creators, measures, prints what it found and gives the figures back. */
    public static Map<String, Object> measure(ProfileStack stack, int creators)
            throws SQLException, IOException, InterruptedException {
        BenchCreators.load(stack, creators);
        return new SearchBench(stack).measure();
    }

    private Map<String, Object> measure() throws SQLException, IOException, InterruptedException {
        Timings plain = plainSelects();
        Map<String, Object> perQuery = new LinkedHashMap<>();
        List<Long> all = new ArrayList<>();
        List<List<Long>> timings = new ArrayList<>();
        QUERIES.forEach(_ -> timings.add(new ArrayList<>()));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < QUERIES.size(); i++) {
                long nanos = search(QUERIES.get(i));
                if (round >= 0) {
                    timings.get(i).add(nanos);
                    all.add(nanos);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "plain indexed select: p50 %.2f ms, p99 %.2f ms%n%-110s %9s %9s%n",
                plain.millis(0.5),
                plain.millis(0.99),
                "SEARCH",
                "P50 MS",
                "P99 MS");
        for (int i = 0; i < QUERIES.size(); i++) {
            Timings one = timings(timings.get(i));
            print(QUERIES.get(i), one);
            perQuery.put(QUERIES.get(i), one.figures(plain));
        }
        Timings mix = timings(all);
        print("all together", mix);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plainSelect", plain.figures(null));
        figures.put("searches", mix.figures(plain));
        figures.put("perQuery", perQuery);
        return figures;
    }

    private static void print(String name, Timings timings) {
        System.out.printf(
                Locale.ROOT, "%-110s %9.1f %9.1f%n", "/v1/creators" + name, timings.millis(0.5), timings.millis(0.99));
    }

    private static Timings timings(List<Long> nanos) {
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private long search(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.api() + "/v1/creators" + query))
                .header("Authorization", "Bearer " + stack.token())
                .build();
        long start = System.nanoTime();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - start;
        if (response.statusCode() != 200) {
            throw new IOException(query + " answered " + response.statusCode() + ": " + response.body());
        }
        return nanos;
    }

    private Timings plainSelects() throws SQLException {
        List<String> handles = new ArrayList<>();
        try (Connection connection = stack.connect()) {
            try (PreparedStatement sample = connection.prepareStatement(
                    "select handle_key from account where id > ? order by id limit " + BASELINE)) {
                sample.setObject(1, UUID.fromString("7fffffff-0000-0000-0000-000000000000"));
                try (ResultSet row = sample.executeQuery()) {
                    while (row.next()) {
                        handles.add(row.getString(1));
                    }
                }
            }
            long[] nanos = new long[handles.size()];
            try (PreparedStatement select = connection.prepareStatement(PLAIN_SELECT)) {
                for (int i = 0; i < nanos.length; i++) {
                    long start = System.nanoTime();
                    select.setString(1, handles.get(i));
                    select.executeQuery().close();
                    nanos[i] = System.nanoTime() - start;
                }
            }
            return new Timings(nanos);
        }
    }
}
