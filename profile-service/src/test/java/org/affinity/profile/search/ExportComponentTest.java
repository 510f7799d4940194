package org.affinity.profile.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ExportComponentTest {

    private static final int CREATORS = 500;
    private static final int ACCOUNTS = 6;
    private static final String ADD = """
            with written as (
                insert into creator (id, version, display_name, status, languages, topics, completed_collaborations,
                                     self_described, created_at, updated_at, bio)
                select gen_random_uuid(), 1, 'Creator ' || n, 'ACTIVE', '{}', array[?], 0, false, now(), now(),
                       repeat('words of some length ', 90)
                from generate_series(1, ?) n returning id)
            insert into account (id, creator_id, position, platform, handle, handle_key, followers, observed_at, source)
            select gen_random_uuid(), id, n, 'BLOG', id || '-' || n, id || '-' || n, 5, now(), 'ESTIMATED'
            from written cross join generate_series(1, ?) n""";
    private static final String HELD = """
            select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            and state <> 'idle' and xact_start < now() - interval '1 second'""";

    private final String topic = handle();

    @Inject
    AgroalDataSource dataSource;

    private int add() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, topic);
            insert.setInt(2, CREATORS);
            insert.setInt(3, ACCOUNTS);
            return insert.executeUpdate();
        }
    }

    private int heldTransactions() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(HELD);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void shouldStreamEveryoneAndHoldNothingForAClientThatStopsReading() throws Exception {
        // Given
        Tenancy.callAsSystem(this::add);
        String token = Tokens.brand(UUID.randomUUID());
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4_096);
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            // When
            request(client.getOutputStream(), token);
            assertThat(client.getInputStream().readNBytes(2_000)).asString().startsWith("HTTP/1.1 200");
            // Then
            Awaitility.await()
                    .pollDelay(Duration.ofSeconds(3))
                    // Less than the time after which the server closes an idle connection, and the transaction with it.
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(heldTransactions()).isZero());
        }
        var whole = as(token).queryParam("topic", topic).get("/v1/creators/export/csv");
        assertThat(whole.asString().lines()).hasSize(CREATORS * ACCOUNTS + 1);
    }

    private void request(OutputStream output, String token) throws IOException {
        String request = "GET /v1/creators/export/csv?topic=" + topic
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        output.write(request.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }
}
