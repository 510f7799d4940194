package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhaseTest {

    @Test
    void shouldHaveEachPieceDoneOnce() throws InterruptedException {
        // Given
        Phase phase = new Phase(10_000);
        var done = new ConcurrentLinkedQueue<Integer>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread other = Thread.ofPlatform()
                .start(() -> phase.join(() -> {
                    begun.countDown();
                    take(phase, done);
                }));

        // When
        begun.await();
        take(phase, done);
        phase.end();

        // Then: before the other thread is known to have ended
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10_000).boxed().toList());
        other.join();
    }

    private static void take(Phase phase, ConcurrentLinkedQueue<Integer> done) {
        for (int piece = phase.take(); piece >= 0; piece = phase.take()) {
            done.add(piece);
        }
    }

    @Test
    void shouldNotEndBeforeAnotherThreadIsDone() throws InterruptedException {
        // Given
        Phase phase = new Phase(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Thread other = Thread.ofPlatform()
                .start(() -> phase.join(() -> {
                    begun.countDown();
                    try {
                        mayGoOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
        begun.await();

        // When
        Thread first = Thread.ofPlatform().start(() -> phase.end());
        while (first.getState() != Thread.State.TIMED_WAITING && first.isAlive()) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(first.isAlive()).isTrue();
        mayGoOn.countDown();
        first.join();
        other.join();
    }

    @Test
    void shouldSendAwayWhoComesWhenItIsOver() {
        Phase phase = new Phase(1);
        List<String> done = new ArrayList<>();
        phase.end();
        phase.join(() -> done.add("something"));
        assertThat(done).isEmpty();
    }

    @Test
    void shouldFailWhenAnotherThreadDid() {
        Phase phase = new Phase(1);
        phase.join(() -> {
            throw new IllegalArgumentException("broken");
        });
        assertThatThrownBy(phase::end).hasRootCauseMessage("broken");
    }
}
