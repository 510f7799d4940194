package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.Term;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentWriterTest {

    private static final Schema SCHEMA = new Schema(List.of("level"), List.of(), List.of("topics"));
    private static final Plan PLAN = new Plan(
            List.of(), List.of(new Term.CodePoints(0, IntStream.range(0, 256).toArray())), Segment.BLOCK);

    private final ColumnarEngine engine = new ColumnarEngine(SCHEMA, Layout.NONE, new PlainKernel(), Runnable::run);

    @Test
    void shouldNeedNoMoreRoomWhenCodesLeaveTheCommonOneAndComeBack() {
        // Given: a block in which everybody has the same level, and somebody once had another
        for (int i = 0; i < Segment.BLOCK; i++) {
            put(i, 7);
        }
        put(5, 200);
        put(5, 7);
        long bytes = engine.bytes();

        // When: one after the other has another level for a while
        for (int i = 0; i < Segment.BLOCK; i++) {
            put(i, 100 + i);
            put((i + 9) % Segment.BLOCK, 33);
            assertThat(levels()).containsEntry(i, 100 + i).containsEntry((i + 9) % Segment.BLOCK, 33);
            put(i, 7);
            put((i + 9) % Segment.BLOCK, 7);
        }

        // Then
        assertThat(engine.bytes()).isEqualTo(bytes);
        assertThat(levels().values()).containsOnly(7);
    }

    private void put(int number, int level) {
        engine.put(new Entry(
                new UUID(0, number), 1, List.of(new Row(new byte[] {(byte) level}, new int[0], List.of(Set.of())))));
    }

    private Map<Integer, Integer> levels() {
        return engine.search(PLAN).hits().stream()
                .collect(Collectors.toMap(hit -> (int) hit.id().getLeastSignificantBits(), Hit::points));
    }
}
