package org.affinity.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Fills the table of candidates of matching-service with made-up creators by SQL, past its events: for measuring only,
 * in a database that is thrown away.
 */
final class BenchCandidates {

    private static final String RESOURCE = "/bench/candidates.sql";
    private static final int CHUNK = 20_000;

    private BenchCandidates() {}

    /** Adds so many candidates; the number of the last change that this makes. */
    static long load(MatchingStack stack, int creators) throws SQLException, IOException {
        try (Connection connection = stack.connect();
                InputStream script = BenchCandidates.class.getResourceAsStream(RESOURCE);
                PreparedStatement insert =
                        connection.prepareStatement(new String(script.readAllBytes(), StandardCharsets.UTF_8));
                Statement statement = connection.createStatement()) {
            for (int first = 1; first <= creators; first += CHUNK) {
                int last = Math.min(creators, first + CHUNK - 1);
                insert.setLong(1, first);
                insert.setLong(2, last);
                insert.executeUpdate();
                System.out.printf(Locale.ROOT, "\r%,d creators generated", last);
            }
            System.out.println();
            statement.execute("vacuum analyze candidate");
            try (ResultSet last = statement.executeQuery("select max(change_number) from candidate")) {
                last.next();
                return last.getLong(1);
            }
        }
    }
}
