package org.affinity.matching.engine.domain.columnar;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnarEngineSettleTest {

    private static final Schema SCHEMA = new Schema(List.of(), List.of(), List.of("topics"));

    private final ColumnarEngine engine = new ColumnarEngine(SCHEMA, Layout.NONE, new PlainKernel(), Runnable::run);
    private int count;

    @Test
    void shouldLayEverythingOutAnewOnceHardlyAnythingChanges() {
        put(2 * Segment.ROWS);
        long bytes = engine.bytes();

        engine.settle();
        assertThat(engine.bytes()).as("while many come").isEqualTo(bytes);

        engine.settle();
        assertThat(engine.bytes()).as("at rest").isLessThan(bytes);
    }

    @Test
    void shouldNotTakeALayoutForRestWhileMuchChanges() {
        // Given: much came and was laid out since the last look
        put(2 * Segment.ROWS);
        engine.settle();
        engine.cluster();

        // When: less than that has come again, and still does
        put(Segment.ROWS);
        long bytes = engine.bytes();
        engine.settle();

        // Then
        assertThat(engine.bytes()).isEqualTo(bytes);
    }

    private void put(int entries) {
        for (int end = count + entries; count < end; count++) {
            engine.put(new Entry(
                    new UUID(0, count),
                    1,
                    List.of(new Row(new byte[0], new int[0], List.of(Set.of("word" + count % 5))))));
        }
    }
}
