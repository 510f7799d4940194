package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorsTest {

    private final List<Runnable> shared = new ArrayList<>();

    @Test
    void shouldShareWithProcessorsThatHaveNothingToDo() {
        // Given
        Processors processors = new Processors(3, shared::add, 0);

        // When
        processors.enter();
        processors.share(() -> {});

        // Then
        assertThat(shared).hasSize(2);
    }

    @Test
    void shouldShareNothingWhileAsManySearchesRunAsThereAreProcessors() {
        // Given
        Processors processors = new Processors(2, shared::add, 0);
        processors.enter();
        processors.enter();

        // When
        processors.share(() -> {});

        // Then
        assertThat(shared).isEmpty();
        processors.leave();
        processors.share(() -> {});
        assertThat(shared).hasSize(1);
    }

    @Test
    void shouldShareAgainWhenWhatWasSharedIsDone() {
        // Given
        Processors processors = new Processors(2, shared::add, 0);
        processors.enter();
        processors.share(() -> {});
        processors.share(() -> {});
        assertThat(shared).hasSize(1);

        // When
        shared.getFirst().run();
        processors.share(() -> {});

        // Then
        assertThat(shared).hasSize(2);
    }

    @Test
    void shouldShareNothingForAWhileAfterASearchHadToWait() {
        // Given
        Processors processors = new Processors(2, shared::add, 0);

        // When
        processors.pause();
        processors.share(() -> {});

        // Then: the while is so long that it has not passed
        assertThat(shared).isEmpty();
    }
}
