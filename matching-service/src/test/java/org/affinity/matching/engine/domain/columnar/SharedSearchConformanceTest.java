package org.affinity.matching.engine.domain.columnar;

import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.MatchEngineConformance;
import org.affinity.matching.engine.domain.Schema;

/** Every search, however short, is shared by several threads. */
class SharedSearchConformanceTest extends MatchEngineConformance {

    @Override
    protected MatchEngine emptyEngine(Schema schema) {
        var processors = new Processors(4, task -> Thread.ofPlatform().daemon().start(task), 0);
        return new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run, processors);
    }
}
