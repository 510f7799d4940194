package org.affinity.matching.engine.domain.columnar;

import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.MatchEngineConformance;
import org.affinity.matching.engine.domain.Schema;

class ColumnarEngineConformanceTest extends MatchEngineConformance {

    @Override
    protected MatchEngine emptyEngine(Schema schema) {
        return new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run);
    }
}
