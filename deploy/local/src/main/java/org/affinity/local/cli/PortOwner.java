package org.affinity.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.affinity.local.Processes;

/** Finds out which process listens on a port, where the system lets one see it (Linux, own processes; all for root). */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int SHOWN_COMMAND = 80;

    private PortOwner() {}

    /** The owner in words, e.g. {@code process 4711 (nginx -g daemon)}. */
    static Optional<String> describe(int port) {
        Set<String> inodes = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            inodes.addAll(listeningInodes(Path.of(table), port));
        }
        if (inodes.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(handle -> holds(handle.pid(), inodes))
                .findFirst()
                .map(PortOwner::describe);
    }

    private static String describe(ProcessHandle handle) {
        String command = Processes.commandLine(handle).strip();
        if (command.length() > SHOWN_COMMAND) {
            command = command.substring(0, SHOWN_COMMAND) + "...";
        }
        return "process " + handle.pid() + " (" + command + ")";
    }

    private static Set<String> listeningInodes(Path table, int port) {
        Set<String> inodes = new HashSet<>();
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > INODE)
                    .filter(fields -> fields[LOCAL_ADDRESS].endsWith(suffix) && fields[STATE].equals(LISTENING))
                    .forEach(fields -> inodes.add("socket:[" + fields[INODE] + "]"));
        } catch (IOException | UncheckedIOException noProcFileSystem) {
            return Set.of();
        }
        return inodes;
    }

    private static boolean holds(long pid, Set<String> inodes) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (isOneOf(descriptor, inodes)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException notOurs) {
            return false;
        }
    }

    private static boolean isOneOf(Path descriptor, Set<String> inodes) {
        try {
            return inodes.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
