package org.affinity.matching.engine;

import java.util.function.Supplier;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Schema;

/** Has one engine, whatever the configuration names. */
public final class GivenEngine extends MatchEngines {

    private final MatchEngine engine;

    public GivenEngine(MatchEngine engine) {
        super(null, null);
        this.engine = engine;
    }

    @Override
    public MatchEngine create(Schema schema, Supplier<? extends MatchEngine> inMemory) {
        return engine;
    }
}
