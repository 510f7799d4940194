package org.affinity.matching.match;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.ScriptedTable;
import org.affinity.matching.engine.domain.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorsComponentTest {

    private static final List<Row> ROWS = List.of();

    private final ScriptedTable table = new ScriptedTable();
    private final Creators creators = new Creators(table, () -> 10);
    private final UUID id = UUID.randomUUID();

    private Candidate stored(UUID creatorId, long version) {
        Candidate candidate =
                new Candidate(creatorId, version, true, null, Set.of(), null, Set.of(), List.of(), List.of(), 0, null);
        table.put(candidate);
        return candidate;
    }

    @Test
    void shouldReadEachCreatorOnceAndFollowTheChanges() {
        // Given
        Candidate first = stored(id, 1);
        assertThat(creators.find(id)).containsSame(first);

        // When
        Candidate second = stored(id, 2);
        creators.changed(second, ROWS);

        // Then
        assertThat(creators.find(id)).containsSame(second);
        assertThat(table.reads()).isEqualTo(1);
    }

    @Test
    void shouldNotRememberWhatWasReadBeforeAChangeThatCameMeanwhile() {
        // Given
        stored(id, 1);
        table.duringNextRead(() -> creators.changed(stored(id, 2), ROWS));

        // When
        creators.find(id);

        // Then
        assertThat(creators.find(id).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void shouldNotRememberWhoWasErasedWhileBeingRead() {
        // Given
        stored(id, 1);
        table.duringNextRead(() -> {
            table.delete(id);
            creators.forget(id);
        });

        // When
        creators.find(id);

        // Then
        assertThat(creators.find(id)).isEmpty();
    }

    @Test
    void shouldForgetEverybodyAndThoseOnTheirWay() {
        // Given
        UUID other = UUID.randomUUID();
        stored(other, 1);
        creators.find(other);
        stored(id, 1);
        table.duringNextRead(() -> {
            table.delete(id);
            table.delete(other);
            creators.startAt(1);
        });

        // When
        creators.find(id);

        // Then
        assertThat(creators.find(List.of(id, other))).isEmpty();
    }

    @Test
    void shouldFindAllOfMoreThanItRemembers() {
        // Given
        List<UUID> ids = IntStream.range(0, 50)
                .mapToObj(number -> stored(UUID.randomUUID(), 1).creatorId())
                .toList();

        // When, then
        assertThat(creators.find(ids)).containsOnlyKeys(ids);
        assertThat(creators.find(ids)).containsOnlyKeys(ids);
    }

    @Test
    void shouldEncodeAStateThatIsNotTheOneRemembered() {
        // Given
        Candidate first = stored(id, 1);
        creators.find(id);
        creators.changed(stored(id, 2), ROWS);
        List<Row> ofFirst = List.of(new Row(new byte[0], new int[0], List.of()));

        // When, then
        assertThat(creators.rows(first, encoded -> ofFirst)).isSameAs(ofFirst);
        assertThat(creators.rows(creators.find(id).orElseThrow(), encoded -> ofFirst))
                .isSameAs(ROWS);
    }

    @Test
    void shouldEncodeAStateOnce() {
        // Given
        stored(id, 1);
        Candidate known = creators.find(id).orElseThrow();
        List<Row> encoded = List.of(new Row(new byte[0], new int[0], List.of()));
        creators.rows(known, _ -> encoded);

        // When, then
        assertThat(creators.rows(known, _ -> ROWS)).isSameAs(encoded);
    }
}
