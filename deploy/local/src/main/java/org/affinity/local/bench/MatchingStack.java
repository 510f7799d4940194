package org.affinity.local.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A running matching-service with profile-service, which feeds it, as the measurements need them.
 *
 * @param api address of matching-service
 * @param management where it shows health and metrics
 * @param token bearer token of a brand
 * @param jdbcUrl database of matching-service
 * @param process id of matching-service's process
 * @param postgresProcess id of PostgreSQL's main process
 * @param profiles profile-service and the broker between the two
 */
public record MatchingStack(
        URI api,
        URI management,
        String token,
        String jdbcUrl,
        String user,
        String password,
        long process,
        long postgresProcess,
        ProfileStack profiles) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** A connection to the database of matching-service, as its own role. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** Adds made-up creators and waits until matches find them; how many seconds the service took for it. */
    public double fill(int creators) throws SQLException, IOException, InterruptedException {
        long last = BenchCandidates.load(this, creators);
        long start = System.nanoTime();
        awaitIndex(last);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Waits until the index has a change of a creator. */
    void awaitIndex(long changeNumber) throws IOException, InterruptedException {
        byte[] ready = PlainConnection.request(management, "GET", "/q/health/ready", null, null, null);
        try (PlainConnection connection = new PlainConnection(management)) {
            connection.exchange(ready);
            while (!connection.body().matches("(?s).*\"changeNumber\":\\s*" + changeNumber + "\\b.*")) {
                Thread.sleep(POLL);
                connection.exchange(ready);
            }
        }
    }

    @Override
    public String toString() {
        return "MatchingStack[" + api + "]";
    }
}
