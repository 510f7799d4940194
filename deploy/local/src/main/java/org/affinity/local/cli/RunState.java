package org.affinity.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affinity.local.Processes;
import org.affinity.local.Secrets;

/**
 * What runs, as written to {@code .affinity/run/state.json}; every process is named by id and start time, so that one
 * which got the same id later is never taken for it.
 */
record RunState(long startedAt, List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    RunState {
        parts = List.copyOf(parts);
    }

    /**
     * One part of the stack.
     *
     * @param address where it answers
     * @param management base address of health and metrics, null for parts that have none
     * @param startupMillis from the start of its process to its first good answer; null while it starts
     */
    record Part(
            String name,
            long pid,
            long processStartedAt,
            String address,
            String management,
            Long startupMillis,
            String log) {

        Processes.Identity process() {
            return new Processes.Identity(pid, processStartedAt);
        }

        Part ready(long millis) {
            return new Part(name, pid, processStartedAt, address, management, millis, log);
        }
    }

    private static Path file(Layout layout) {
        return layout.run().resolve("state.json");
    }

    static Optional<RunState> read(Layout layout) {
        Path file = file(layout);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunState.class));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read; when nothing of Affinity runs any more, delete it.", e);
        }
    }

    void write(Layout layout) {
        try {
            Secrets.write(file(layout), JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Layout layout) {
        try {
            Files.deleteIfExists(file(layout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The state with this part added, or in place of the one of the same name. */
    RunState with(Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.removeIf(other -> other.name().equals(part.name()));
        changed.add(part);
        return new RunState(startedAt, changed);
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The parts whose process is there. */
    List<Part> alive() {
        return parts.stream().filter(part -> part.process().isAlive()).toList();
    }
}
