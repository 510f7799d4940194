package org.affinity.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunStateTest {

    @TempDir
    private Path root;

    @Test
    void shouldReadWhatWasWritten() {
        // Given
        Layout layout = new Layout(root);
        Checks.directory(layout);
        RunState.Part part = new RunState.Part("kafka", 12, 34, "127.0.0.1:8087", null, null, "platform.log");
        RunState state = new RunState(7, List.of()).with(part).with(part.ready(900));

        // When
        state.write(layout);

        // Then
        assertThat(RunState.read(layout)).contains(state);
        assertThat(state.parts()).containsExactly(part.ready(900));
    }

    @Test
    void shouldSayWhenTheFileIsBroken() throws Exception {
        // Given
        Layout layout = new Layout(root);
        Checks.directory(layout);
        Files.writeString(layout.run().resolve("state.json"), "{");

        // Then
        assertThatThrownBy(() -> RunState.read(layout))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("state.json cannot be read");
    }

    @Test
    void shouldKeepSecretsToTheOwnerAndMakeThemOnce() throws Exception {
        // Given
        Layout layout = new Layout(root);
        Checks.directory(layout);

        // When
        LocalSecrets made = LocalSecrets.readOrCreate(layout);

        // Then
        assertThat(LocalSecrets.readOrCreate(layout)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layout.secrets())))
                .isEqualTo("rw-------");
        assertThat(new EnumMap<>(made.secretKeys()).values()).doesNotHaveDuplicates();
        assertThat(made).asString().doesNotContain(made.postgresAdmin());
    }

    @Test
    void shouldTellAServiceWhatItsManifestTellsIt() {
        // Given
        Layout layout = new Layout(root);
        Checks.directory(layout);

        // When
        Map<String, String> environment =
                Stack.environment(Service.CAMPAIGN, PortMap.of(8080), LocalSecrets.readOrCreate(layout));

        // Then
        assertThat(environment)
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:8086/campaign")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "campaign")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:8087")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:8085")
                .containsEntry("QUARKUS_HTTP_PORT", "8082")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "8092")
                .containsEntry("QUARKUS_OTEL_SDK_DISABLED", "true")
                .hasEntrySatisfying("QUARKUS_HTTP_CORS_ORIGINS", origins -> {
                    String expression = origins.substring(1, origins.length() - 1);
                    assertThat("http://localhost:5173").matches(expression);
                    assertThat("http://localhost.example.org").doesNotMatch(expression);
                })
                .containsKeys("AFFINITY_SECRET_KEY", "QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void shouldFindALogByShortAndLongName() {
        // Given
        Layout layout = new Layout(root);

        // Then
        assertThat(LogsCommand.find(layout, "profile"))
                .isEqualTo(LogsCommand.find(layout, "profile-service"))
                .isEqualTo(layout.log("profile-service"));
        assertThatThrownBy(() -> LogsCommand.find(layout, "nginx"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("choose one of");
    }
}
