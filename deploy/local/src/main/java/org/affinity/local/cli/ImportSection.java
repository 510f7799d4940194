package org.affinity.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * How fast a creator list is imported, and in how much memory; beside it a plain {@code COPY} of the same file into one
 * table with the same unique key.
 */
final class ImportSection implements ProfilesBenchmark.Section {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final String TABLE = """
            create table bench_copy (platform text, handle text, display_name text, country text, languages text,
                birth_year int, topics text, followers bigint, engagement_rate numeric, average_views bigint,
                primary key (platform, handle))""";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Map<String, Object> measure(BenchStack stack, int creators) throws Exception {
        Path list = CreatorList.write(stack.directory().resolve("bench.csv"), creators);
        double copySeconds = copy(stack, list);
        Memory.resetPeak(stack.pid());
        JsonNode accepted = stack.upload("/v1/creator-imports", list);
        String path = "/v1/creator-imports/" + accepted.path("importId").asText();
        long heap = 0;
        JsonNode report = accepted;
        while (report.path("finishedAt").isNull()) {
            Thread.sleep(POLL);
            if (!stack.isAlive()) {
                throw new UserError("profile-service ended during the import; its log was " + stack.log());
            }
            heap = Math.max(heap, stack.usedHeap());
            report = stack.get(path);
            System.out.printf(
                    Locale.ROOT,
                    "\r%,d of %,d records",
                    report.at("/counts/records").asLong(),
                    creators);
        }
        System.out.println();
        double eventSeconds =
                awaitEvents(stack, Instant.parse(report.path("createdAt").asText()));
        if (report.at("/counts/accepted").asLong() != creators) {
            throw new UserError("Not all records became creators: " + report);
        }
        double seconds = seconds(
                report.path("createdAt").asText(), report.path("finishedAt").asText());
        return report(
                creators, Files.size(list), seconds, eventSeconds, copySeconds, heap, Memory.peakBytes(stack.pid()));
    }

    private static Map<String, Object> report(
            int creators, long bytes, double seconds, double eventSeconds, double copySeconds, long heap, long peak) {
        System.out.printf(Locale.ROOT, "import           %,12.0f rows/s  %8.1f s%n", creators / seconds, seconds);
        System.out.printf(
                Locale.ROOT, "  events sent    %,12.0f rows/s  %8.1f s%n", creators / eventSeconds, eventSeconds);
        System.out.printf(
                Locale.ROOT, "COPY (baseline)  %,12.0f rows/s  %8.1f s%n", creators / copySeconds, copySeconds);
        System.out.printf(Locale.ROOT, "import takes     %12.1f times as long as COPY%n", seconds / copySeconds);
        System.out.printf(
                "memory           %d MiB heap in use at most of %d, %d MiB resident at most%n",
                heap >> 20, BenchStack.HEAP_MIB, peak >> 20);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", creators);
        figures.put("fileBytes", bytes);
        figures.put("seconds", seconds);
        figures.put("rowsPerSecond", creators / seconds);
        figures.put("secondsUntilEventsSent", eventSeconds);
        figures.put("copySeconds", copySeconds);
        figures.put("copyRowsPerSecond", creators / copySeconds);
        figures.put("ratioToCopy", seconds / copySeconds);
        figures.put("heapLimitBytes", (long) BenchStack.HEAP_MIB << 20);
        figures.put("heapUsedPeakBytes", heap);
        figures.put("residentPeakBytes", peak);
        return figures;
    }

    private static double copy(BenchStack stack, Path list) throws SQLException, IOException {
        try (Connection connection = stack.connect();
                Statement statement = connection.createStatement();
                InputStream content = Files.newInputStream(list)) {
            statement.execute(TABLE);
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_copy from stdin with (format csv, header)", content);
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop table bench_copy");
            return seconds;
        }
    }

    /** Seconds from the upload until every event of the import has been sent. */
    private static double awaitEvents(BenchStack stack, Instant from) throws SQLException, InterruptedException {
        try (Connection connection = stack.connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet pending = statement.executeQuery("select 1 from outbox limit 1")) {
                    if (!pending.next()) {
                        return Duration.between(from, Instant.ofEpochMilli(System.currentTimeMillis()))
                                        .toMillis()
                                / 1e3;
                    }
                }
                Thread.sleep(POLL);
            }
        }
    }

    private static double seconds(String from, String to) {
        return Duration.between(Instant.parse(from), Instant.parse(to)).toMillis() / 1e3;
    }
}
