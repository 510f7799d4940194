package org.affinity.local.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A running profile-service with its parts, as the measurements need it.
 *
 * @param api address of the API
 * @param token bearer token of an operator
 * @param jdbcUrl the service's own database
 * @param kafka bootstrap servers of the broker that the service writes to
 * @param process id of the service's process
 */
public record ProfileStack(
        URI api, String token, String jdbcUrl, String user, String password, String kafka, long process) {

    /** A connection to the service's database, as its own role, that sees every row. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('affinity.scope', 'system', false)");
        }
        return connection;
    }

    @Override
    public String toString() {
        return "ProfileStack[" + api + "]";
    }
}
