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
    void shouldHaveEachPieceDoneOnceAndEndAfterAllOfThem() throws InterruptedException {
        // Given
        Phase phase = new Phase(10_000);
        var done = new ConcurrentLinkedQueue<Integer>();
        CountDownLatch begun = new CountDownLatch(2);
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            others.add(Thread.ofPlatform()
                    .start(() -> phase.join(() -> {
                        begun.countDown();
                        take(phase, done);
                    })));
        }

        // When
        begun.await();
        take(phase, done);
        phase.end();

        // Then: before the threads are known to have ended
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10_000).boxed().toList());
        for (Thread other : others) {
            other.join();
        }
    }

    private static void take(Phase phase, ConcurrentLinkedQueue<Integer> done) {
        for (int piece = phase.take(); piece >= 0; piece = phase.take()) {
            done.add(piece);
        }
    }

    @Test
    void shouldSendAwayWhoComesWhenItIsOver() {
        Phase phase = new Phase(1);
        phase.end();
        phase.join(() -> {
            throw new AssertionError("must not run");
        });
        assertThat(phase.left()).isEqualTo(1);
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
