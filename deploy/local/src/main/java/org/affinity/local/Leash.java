package org.affinity.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Ends another process as soon as this one is gone, also when it was killed and could not do so itself.
 *
 * <p>A shell waits for the end of its input, which only this process holds open. It goes with the process that it
 * holds: that one's id may come back, for somebody else.
 */
public final class Leash implements AutoCloseable {

    /**
     * SIGINT, for which PostgreSQL shuts down without waiting for its clients, then SIGTERM for those who were started
     * in the background, where shells have SIGINT ignored. Ctrl-C is meant for others.
     */
    private static final String SCRIPT = "trap '' INT HUP; read -r nothing; kill -INT \"$1\" && kill -TERM \"$1\"";

    private final Process shell;

    private Leash(Process shell) {
        this.shell = shell;
    }

    /** Holds a process until it is closed, which lets that process be. */
    public static Leash on(ProcessHandle process) {
        try {
            Leash leash =
                    new Leash(new ProcessBuilder(List.of("sh", "-c", SCRIPT, "leash", Long.toString(process.pid())))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
            CompletableFuture<Void> _ = process.onExit().thenRun(leash::close);
            return leash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Not by closing its input, which is what it waits for.
        shell.destroyForcibly().onExit().join();
    }
}
