package org.affinity.local.demo;

import java.time.Duration;
import java.util.Optional;

/** Asks again until there is an answer, up to a deadline: what happens behind the API takes its time. */
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private Await() {}

    /** A question to the API that may have no answer yet. */
    @FunctionalInterface
    interface Question<T> {
        Optional<T> ask() throws ApiException;
    }

    static <T> T answer(String what, Question<T> question) throws ApiException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new ApiException(0, what + " did not come within " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException(0, "interrupted");
            }
        }
    }

    /** The same, where one of these statuses means: not yet. */
    static <T> T answer(String what, Question<T> question, int... notYet) throws ApiException {
        return answer(what, () -> {
            try {
                return question.ask();
            } catch (ApiException e) {
                for (int status : notYet) {
                    if (e.status() == status) {
                        return Optional.empty();
                    }
                }
                throw e;
            }
        });
    }
}
