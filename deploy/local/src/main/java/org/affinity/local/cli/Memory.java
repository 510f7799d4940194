package org.affinity.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process, where the system shows it (Linux). */
final class Memory {

    private static final String NOW = "VmRSS:";
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** Bytes, or 0 when they cannot be known. */
    static long residentBytes(long pid) {
        return bytes(pid, NOW);
    }

    /** The most bytes there ever were, or since {@link #resetPeak}; 0 when they cannot be known. */
    static long peakBytes(long pid) {
        return bytes(pid, PEAK);
    }

    /** Makes the peak that of the time from now on, where the system can do so. */
    static void resetPeak(long pid) {
        try {
            Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
        } catch (IOException unsupported) {
            // the peak is that of the whole life of the process then
        }
    }

    private static long bytes(long pid, String field) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
                }
            }
            return 0;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
