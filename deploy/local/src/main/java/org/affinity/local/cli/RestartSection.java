package org.affinity.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affinity.local.parts.PostgresServer.Database;

/**
 * How long matching-service takes from the start of its process until it is ready: with its creators in the file of its
 * index, with them in the table alone, and with none. The file was written just before, so that it is read from the
 * memory that the system keeps of the disk.
 */
final class RestartSection {

    /** What takes a few seconds is done so often; the median counts. */
    private static final int ROUNDS = 3;

    private static final Pattern RESTORED = Pattern.compile("creators restored from .+ in (\\d+) ms");
    private static final Pattern KEPT = Pattern.compile("creators kept in .+ in (\\d+) ms");

    private final BenchStack stack;
    private final BenchService matching;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private RestartSection(BenchStack stack) {
        this.stack = stack;
        this.matching = stack.service(Service.MATCHING);
    }

    /** Measures, prints what it found and gives it back; the service runs with all creators afterwards. */
    static Map<String, Object> measure(BenchStack stack) throws IOException {
        return new RestartSection(stack).measure();
    }

    private Map<String, Object> measure() throws IOException {
        System.out.printf("%-34s %10s %8s %12s%n", "START TO READY", "SECONDS", "RATIO", "OF IT, FILE");
        Database none = stack.database("nobody");
        // A group of its own, which begins at the end of the topics: no creator comes, and none is missed by the
        // others.
        Map<String, String> empty = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", none.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", none.user(),
                "QUARKUS_DATASOURCE_PASSWORD", none.password(),
                "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GROUP_ID", "nobody",
                "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_AUTO_OFFSET_RESET", "latest");
        // Makes the tables.
        matching.restart(empty);
        double[] nobody = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            nobody[round] = matching.restart(empty);
        }
        double baseline = median(nobody);
        row("no creators (baseline)", baseline, baseline, 0);

        Map<String, String> kept = Map.of(
                "MATCHING_SNAPSHOT_DIRECTORY",
                stack.directory().resolve("columns").toString());
        double table = matching.restart(kept);
        Path log = Path.of(matching.part().log());
        Waiting.until(
                matching.part(), log, BenchService.START, () -> said(KEPT, log).isPresent());
        double[] whole = new double[ROUNDS];
        double[] file = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            whole[round] = matching.restart(kept);
            file[round] = said(RESTORED, log).orElseThrow(() -> new UserError("the file was not read; see " + log));
        }
        row("creators from the file", median(whole), baseline, median(file));
        row("creators from the table", table, baseline, 0);
        return figures;
    }

    /** The seconds that the log says it took, if it says. */
    private static OptionalDouble said(Pattern message, Path log) {
        try {
            Matcher said = message.matcher(Files.readString(log));
            return said.find() ? OptionalDouble.of(Long.parseLong(said.group(1)) / 1e3) : OptionalDouble.empty();
        } catch (IOException e) {
            throw new UserError("the log cannot be read: " + e.getMessage(), e);
        }
    }

    private static double median(double[] seconds) {
        return Arrays.stream(seconds).sorted().toArray()[seconds.length / 2];
    }

    private void row(String name, double seconds, double baseline, double file) {
        System.out.printf(Locale.ROOT, "%-34s %10.2f %8.2f %12.2f%n", name, seconds, seconds / baseline, file);
        figures.put(name, Map.of("seconds", seconds, "ratio", seconds / baseline, "fileSeconds", file));
    }
}
