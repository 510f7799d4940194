package org.affinity.local.demo;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** One line per step with the time it took; remembers the times. */
public final class Progress {

    private static final int WIDTH = 58;

    private final PrintStream out;
    private final Map<String, Long> millis = new LinkedHashMap<>();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Performs the step and reports it; a failure is reported by whoever catches it. */
    public <T> T step(String name, Callable<T> work) throws Exception {
        out.printf(Locale.ROOT, "  %-" + WIDTH + "s", name + " ...");
        out.flush();
        long start = System.nanoTime();
        try {
            T result = work.call();
            long took = (System.nanoTime() - start) / 1_000_000;
            millis.put(name, took);
            out.printf(Locale.ROOT, "%7d ms%n", took);
            return result;
        } catch (Exception e) {
            out.printf("  failed%n");
            throw e;
        }
    }

    /** A line of its own. */
    public void say(String line) {
        out.println(line);
    }

    /** Milliseconds of each finished step. */
    public Map<String, Long> millis() {
        return new LinkedHashMap<>(millis);
    }
}
