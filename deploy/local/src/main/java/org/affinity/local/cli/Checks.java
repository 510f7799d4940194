package org.affinity.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.affinity.local.Secrets;
import org.affinity.local.parts.Ports;

/** What must hold before anything is started; each failure names its fix. */
final class Checks {

    private static final long NEEDED_BYTES = 1L << 30;

    private Checks() {}

    /** The state directory can be written, and its disk has room. */
    static void directory(Layout layout) {
        Path state = layout.state();
        try {
            for (Path directory : List.of(state, layout.logs(), layout.run())) {
                Secrets.directory(directory);
            }
            Files.delete(Files.createTempFile(state, "writable", ""));
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(
                    state + " cannot be written (" + e.getMessage()
                            + "). Run as the owner of the working copy, or make the directory writable.",
                    e);
        }
        space(layout);
    }

    private static void space(Layout layout) {
        try {
            long free = Files.getFileStore(layout.state()).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new UserError("Only " + (free >> 20) + " MiB are free on the disk of " + layout.state()
                        + ", 1024 MiB are needed. Free some space; './affinity up --fresh' drops old data.");
            }
        } catch (IOException e) {
            throw new UserError("The free space of " + layout.state() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Nothing of an earlier start still runs. */
    static void notRunning(Layout layout) {
        RunState.read(layout).ifPresent(state -> {
            List<RunState.Part> alive = state.alive();
            if (!alive.isEmpty()) {
                String names = alive.stream()
                        .map(part -> part.name() + " (process " + part.pid() + ")")
                        .collect(Collectors.joining(", "));
                throw new UserError("Already running: " + names
                        + ".\n'./affinity status' shows it, './affinity demo' runs the main job again,"
                        + " './affinity down' stops it.");
            }
            RunState.delete(layout);
        });
    }

    /** Every service has been built. */
    static void built(Layout layout) {
        for (Service service : Service.values()) {
            if (!Files.exists(service.jar(layout.root()))) {
                throw new UserError(service.label() + " is not built (" + service.jar(layout.root())
                        + " is missing); './affinity up' builds it.");
            }
        }
    }

    /** All ports are free. */
    static void ports(PortMap ports) {
        for (Map.Entry<Integer, String> wanted : ports.wanted().entrySet()) {
            if (!Ports.isFree(wanted.getKey())) {
                String owner = PortOwner.describe(wanted.getKey()).orElse("another process");
                throw new UserError("Port " + wanted.getKey() + ", wanted by " + wanted.getValue() + ", is taken by "
                        + owner + ".\nStop it, or choose other ports: './affinity up --port-base 18080' (0 = any free"
                        + " ports).");
            }
        }
    }
}
