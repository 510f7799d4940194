package org.affinity.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeashComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ProcessHandle held;

    @AfterEach
    void end() {
        if (held != null) {
            held.destroyForcibly();
        }
    }

    /** A process that holds another one, and tells its id. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Process sleeper = sleeper();
            Leash.on(sleeper.toHandle());
            System.out.println(sleeper.pid());
            sleeper.waitFor();
        }
    }

    /** Ignores SIGINT, like all that a shell starts in the background. */
    private static Process sleeper() throws IOException {
        return new ProcessBuilder(List.of("sh", "-c", "trap '' INT; exec sleep 600")).start();
    }

    @Test
    void shouldEndTheProcessWhenItsHolderIsKilled() throws Exception {
        // Given
        Process holder = new ProcessBuilder(
                        Processes.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            held = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        }

        // When
        holder.destroyForcibly();

        // Then
        assertThat(Processes.awaitEnd(held, PATIENCE)).isTrue();
    }

    @Test
    void shouldGoWithTheProcessSinceItsIdMayComeBack() throws Exception {
        // Given
        held = sleeper().toHandle();
        Leash.on(held);
        ProcessHandle shell = ProcessHandle.current()
                .children()
                .filter(child -> Processes.commandLine(child).strip().endsWith("leash " + held.pid()))
                .findFirst()
                .orElseThrow();

        // When
        held.destroyForcibly();

        // Then
        assertThat(Processes.awaitEnd(shell, PATIENCE)).isTrue();
    }

    @Test
    void shouldLetTheProcessBeWhenItIsClosed() throws Exception {
        // Given
        held = sleeper().toHandle();
        Leash leash = Leash.on(held);

        // When
        leash.close();

        // Then
        assertThat(Processes.awaitEnd(held, Duration.ofMillis(500))).isFalse();
    }
}
