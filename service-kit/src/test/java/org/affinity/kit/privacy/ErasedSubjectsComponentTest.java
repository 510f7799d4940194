package org.affinity.kit.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.affinity.kit.test.AffinityTestStack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nothing about a person is stored while they are being erased. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ErasedSubjectsComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = """
            select count(*) from pg_locks
             where locktype = 'advisory' and not granted
               and classid = (hashtext('erased subject')::bigint & 4294967295)::oid""";

    private final UUID creatorId = UUID.randomUUID();
    private final ErasedSubjects erased;
    private final SubjectRows rows;

    ErasedSubjectsComponentTest(ErasedSubjects erased, SubjectRows rows) {
        this.erased = erased;
        this.rows = rows;
    }

    private boolean holdAndAsk() {
        return QuarkusTransaction.requiringNew().call(() -> {
            erased.hold(List.of(UUID.randomUUID(), creatorId));
            return erased.contains(creatorId);
        });
    }

    private boolean erase() {
        return QuarkusTransaction.requiringNew().call(() -> erased.add(creatorId, UUID.randomUUID()));
    }

    private void awaitWaiting() {
        await().atMost(PATIENCE).until(() -> rows.count(WAITING) > 0);
    }

    @Test
    void shouldLetNobodyStoreWhileAnErasureIsUnderWay() throws Exception {
        // Given
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Boolean> asked = QuarkusTransaction.requiringNew().call(() -> {
                erased.add(creatorId, UUID.randomUUID());

                // When
                var asking = CompletableFuture.supplyAsync(this::holdAndAsk, executor);
                awaitWaiting();
                return asking;
            });

            // Then
            assertThat(asked.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shouldEraseOnlyWhenNobodyIsStoring() throws Exception {
        // Given
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Boolean> erasure = QuarkusTransaction.requiringNew()
                    .call(() -> {
                        erased.hold(List.of(creatorId));

                        // When
                        var erasing = CompletableFuture.supplyAsync(this::erase, executor);
                        awaitWaiting();
                        assertThat(erased.contains(creatorId)).isFalse();
                        return erasing;
                    });

            // Then
            assertThat(erasure.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(QuarkusTransaction.requiringNew().call(() -> erased.contains(creatorId)))
                    .isTrue();
        }
    }
}
