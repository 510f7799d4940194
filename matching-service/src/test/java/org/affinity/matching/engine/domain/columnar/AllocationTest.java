package org.affinity.matching.engine.domain.columnar;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.affinity.matching.engine.domain.Plan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A search allocates for its plan and its hits, and nothing that grows with the index. */
class AllocationTest {

    private static final int SIZE = 10_000;
    private static final int PLANS = 50;
    /** Tables of points and sets of codes made ready; of the hits each takes less than 100 bytes. */
    private static final long BYTES_PER_PLAN = 100_000;

    @Test
    void shouldAllocateLittlePerSearch() {
        // Given
        var source = new RandomIndex(new SplittableRandom(17));
        var engine = new ColumnarEngine(RandomIndex.SCHEMA, RandomIndex.LAYOUT, new PlainKernel(), Runnable::run);
        for (int i = 0; i < SIZE; i++) {
            engine.put(source.entry(source.id(i), 1));
        }
        engine.cluster();
        Plan[] plans = new Plan[PLANS];
        for (int i = 0; i < PLANS; i++) {
            Plan plan = source.plan();
            plans[i] = new Plan(plan.rules(), plan.terms(), Math.min(plan.k(), 100));
            engine.search(plans[i]);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        // When
        long before = threads.getCurrentThreadAllocatedBytes();
        for (Plan plan : plans) {
            engine.search(plan);
        }
        long perSearch = (threads.getCurrentThreadAllocatedBytes() - before) / PLANS;

        // Then
        assertThat(perSearch).isLessThan(BYTES_PER_PLAN);
    }
}
