package org.affinity.local.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Waits for a process to be ready, and says why when it never will be. */
final class Waiting {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final int SHOWN_LINES = 5;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(REQUEST).build();

    private Waiting() {}

    /** Returns when the condition holds; a process that ends, or takes too long, is an error with its last words. */
    static void until(RunState.Part part, Path log, Duration patience, BooleanSupplier condition) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (!part.process().isAlive()) {
                throw new UserError(part.name() + " ended while starting. Its last words (" + log + "):\n"
                        + LogLines.tail(log, SHOWN_LINES));
            }
            if (System.nanoTime() > deadline) {
                throw new UserError(part.name() + " was not ready after " + patience.toSeconds()
                        + " s. Its last words (" + log + "):\n" + LogLines.tail(log, SHOWN_LINES));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.", e);
        }
    }

    /** Whether this address answers 200. */
    static boolean answers(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(REQUEST).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The result of a finished task, or what it failed with. */
    static <T> T result(Future<T> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
