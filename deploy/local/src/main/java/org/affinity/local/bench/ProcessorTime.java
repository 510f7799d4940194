package org.affinity.local.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Milliseconds of processor time.
 *
 * @param service of matching-service
 * @param profiles of profile-service
 * @param postgres of PostgreSQL's processes that are alive
 * @param client of this process: the client and the broker
 */
record ProcessorTime(double service, double profiles, double postgres, double client) {

    static ProcessorTime of(MatchingStack stack) {
        ProcessHandle postgres = ProcessHandle.of(stack.postgresProcess()).orElseThrow();
        return new ProcessorTime(
                millis(Stream.of(ProcessHandle.of(stack.process()).orElseThrow())),
                millis(Stream.of(ProcessHandle.of(stack.profiles().process()).orElseThrow())),
                millis(Stream.concat(Stream.of(postgres), postgres.descendants())),
                millis(Stream.of(ProcessHandle.current())));
    }

    private static double millis(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                service - before.service,
                profiles - before.profiles,
                postgres - before.postgres,
                client - before.client);
    }

    ProcessorTime dividedBy(long count) {
        return new ProcessorTime(service / count, profiles / count, postgres / count, client / count);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("service", service);
        figures.put("profiles", profiles);
        figures.put("postgres", postgres);
        figures.put("client", client);
        return figures;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f, %.2f, %.2f", service, postgres, client);
    }
}
