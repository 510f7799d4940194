package org.affinity.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds, starts and ends other processes; a process is known by id and start time, since ids come back. */
public final class Processes {

    /** The start time is derived from the wall clock, which may be corrected between two readings. */
    private static final long CLOCK_STEP_MILLIS = 5_000;

    private Processes() {}

    /** A process as it is written down: the id alone may belong to another one by now. */
    public record Identity(long pid, long startedAt) {

        /** Identifies a running process. */
        public static Identity of(ProcessHandle handle) {
            return new Identity(handle.pid(), startOf(handle));
        }

        /** The process, when it still runs and no other one has taken its id. */
        public Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> !isZombie(pid))
                    .filter(handle -> startedAt == 0 || Math.abs(startOf(handle) - startedAt) < CLOCK_STEP_MILLIS);
        }

        public boolean isAlive() {
            return find().isPresent();
        }
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Ended, but not yet collected by its parent: it holds nothing any more. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException noProcFileSystem) {
            return false;
        }
    }

    /** The whole command line, also where {@link ProcessHandle} leaves long ones out. */
    public static String commandLine(ProcessHandle handle) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc/" + handle.pid() + "/cmdline"));
            return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException noProcFileSystem) {
            return handle.info().commandLine().orElse("");
        }
    }

    /** Starts a process that outlives this one and hears neither Ctrl-C nor the end of the terminal. */
    public static Process startDetached(ProcessBuilder builder, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.addAll(builder.command());
        return builder.command(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Asks the process to end, and ends it by force when it has not done so in time. */
    public static void stop(Identity identity, Duration patience) {
        Optional<ProcessHandle> found = identity.find();
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle handle = found.get();
        handle.destroy();
        if (!awaitEnd(handle, patience)) {
            handle.destroyForcibly();
            awaitEnd(handle, Duration.ofSeconds(5));
        }
    }

    /** Waits until the process has ended; says whether it has. */
    public static boolean awaitEnd(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return isZombie(handle.pid());
        } catch (ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The java program of this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
