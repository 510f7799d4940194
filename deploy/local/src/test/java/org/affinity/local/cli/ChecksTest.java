package org.affinity.local.cli;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.affinity.local.Processes;
import org.affinity.local.parts.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChecksTest {

    @TempDir
    private Path root;

    @Test
    void shouldNameTheTakenPortItsOwnerAndTheFix() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            // Given
            taken.bind(Ports.loopback(0));
            PortMap ports = PortMap.of(taken.getLocalPort() - 6);

            // Then
            assertThatThrownBy(() -> Checks.ports(ports))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Port ")
                    .hasMessageContaining("is taken by")
                    .hasMessageContaining("--port-base");
            assertThat(PortOwner.describe(taken.getLocalPort()))
                    .hasValueSatisfying(owner -> assertThat(owner)
                            .contains("process " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void shouldMakeTheStateDirectoryForItsOwnerOnly() throws Exception {
        // When
        Checks.directory(new Layout(root));

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(".affinity"))))
                .isEqualTo("rwx------");
    }

    @Test
    void shouldSayWhenTheStateDirectoryCannotBeMade() throws Exception {
        // Given
        Files.writeString(root.resolve(".affinity"), "a file in the way");

        // Then
        assertThatThrownBy(() -> Checks.directory(new Layout(root)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void shouldRefuseToStartTwice() {
        // Given
        Layout layout = new Layout(root);
        Checks.directory(layout);
        running(
                        ProcessHandle.current().pid(),
                        Processes.Identity.of(ProcessHandle.current()).startedAt())
                .write(layout);

        // Then
        assertThatThrownBy(() -> Checks.notRunning(layout))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Already running: profile-service")
                .hasMessageContaining("./affinity down");
    }

    @Test
    void shouldForgetAStateWhoseProcessIdWasTakenByAnotherProcess() {
        // Given
        Layout layout = new Layout(root);
        Checks.directory(layout);
        running(ProcessHandle.current().pid(), 1_000).write(layout);

        // When
        assertThatCode(() -> Checks.notRunning(layout)).doesNotThrowAnyException();

        // Then
        assertThat(RunState.read(layout)).isEmpty();
    }

    @Test
    void shouldNameTheServiceThatIsNotBuilt() {
        assertThatThrownBy(() -> Checks.built(new Layout(root)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("profile-service is not built");
    }

    private static RunState running(long pid, long startedAt) {
        return new RunState(
                1,
                List.of(new RunState.Part("profile-service", pid, startedAt, "http://127.0.0.1:1", null, 5L, "log")));
    }
}
