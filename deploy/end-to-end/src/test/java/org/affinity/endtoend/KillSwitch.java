package org.affinity.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs pieces of work at the same time, kills a service in the middle of them, and starts it again. */
final class KillSwitch {

    private static final int AT_A_TIME = 6;
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final ServiceStack stack;
    private final ApiClient client;
    private final List<String> kills = new ArrayList<>();

    KillSwitch(ServiceStack stack, ApiClient client) {
        this.stack = stack;
        this.client = client;
    }

    /** What was killed, and when. */
    List<String> kills() {
        return List.copyOf(kills);
    }

    /** Does the work; kills the victim once so many writes are acknowledged and others are under way. */
    void during(String step, Service victim, int acknowledgements, List<Runnable> work) {
        int killAt = client.acknowledged() + acknowledgements;
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> pieces = new ArrayList<>();
            work.forEach(piece -> pieces.add(executor.submit(piece)));
            while (client.acknowledged() < killAt || client.underWay() == 0) {
                if (pieces.stream().allMatch(Future::isDone)) {
                    pieces.forEach(KillSwitch::result);
                    throw new IllegalStateException("all was done before " + victim.label() + " was killed");
                }
                Waiting.pause(GLANCE);
            }
            int underWay = client.underWay();
            stack.process(victim).kill();
            kills.add("%s killed during %s, %d writes under way".formatted(victim.label(), step, underWay));
            stack.process(victim).start();
            pieces.forEach(KillSwitch::result);
            stack.process(victim).awaitReady();
        }
    }

    private static void result(Future<?> piece) {
        try {
            piece.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
