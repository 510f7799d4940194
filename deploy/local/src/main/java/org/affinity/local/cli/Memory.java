package org.affinity.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process, where the system shows it (Linux). */
final class Memory {

    private static final String FIELD = "VmRSS:";

    private Memory() {}

    /** Bytes, or 0 when they cannot be known. */
    static long residentBytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(FIELD)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
            return 0;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
