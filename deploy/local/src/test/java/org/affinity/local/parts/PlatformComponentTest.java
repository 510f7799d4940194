package org.affinity.local.parts;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Map;
import org.affinity.local.parts.Platform.PortPlan;
import org.affinity.local.parts.PostgresServer.Database;
import org.affinity.local.parts.PostgresServer.Durability;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformComponentTest {

    private static final String PASSWORD = "for-this-test-only";

    @TempDir
    private Path directory;

    private Platform start(PortPlan ports) throws IOException {
        return Platform.start(
                directory.resolve("data"), directory.resolve("programs"), ports, PASSWORD, Durability.KEPT);
    }

    @Test
    void shouldFindItsDataAgainAfterARestart() throws Exception {
        // Given
        String keyId;
        try (Platform platform = start(PortPlan.free())) {
            keyId = platform.issuer().signer().keyId();
            Database database = platform.postgres().provideDatabase("profile", "first");
            Topics.create(platform.kafka().bootstrapServers(), "");
            try (Connection connection = connect(database)) {
                connection.createStatement().execute("create table kept as select 42 as answer");
            }
        }

        // When
        try (Platform platform = start(PortPlan.free())) {
            Database database = platform.postgres().provideDatabase("profile", "second");

            // Then
            try (Connection connection = connect(database);
                    ResultSet rows = connection
                            .createStatement()
                            .executeQuery("select answer, current_setting('fsync') from kept")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(42);
                assertThat(rows.getString(2)).isEqualTo("on");
            }
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", platform.kafka().bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains("profile.creator", "reporting.report.dlq");
            }
            assertThat(platform.issuer().signer().keyId()).isEqualTo(keyId);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(platform.issuer().keyFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void shouldLeaveNothingRunningWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            // Given
            taken.bind(Ports.loopback(0));
            PortPlan free = PortPlan.free();
            PortPlan ports = new PortPlan(taken.getLocalPort(), free.kafka(), free.kafkaController(), free.issuer());

            // When
            assertThatThrownBy(() -> start(ports)).hasMessageContaining("port " + taken.getLocalPort());

            // Then
            assertThat(Ports.answers(ports.kafka())).isFalse();
            assertThat(Ports.answers(ports.issuer())).isFalse();
        }
    }

    private static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
