package org.affinity.matching.match;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.affinity.matching.candidate.CandidateListener;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.Kernels;
import org.affinity.matching.engine.MatchEngines;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;

/** Keeps the engine in step with the index of candidates. */
@ApplicationScoped
class MatchIndex implements CandidateListener {

    private final MatchingData data;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("match-engine-layout").factory());
    private final MatchEngine engine;

    MatchIndex(MatchingData data, MatchEngines engines) {
        this.data = data;
        var columns = data.columns();
        this.engine = engines.create(
                columns.schema(),
                () -> new ColumnarEngine(columns.schema(), columns.layout(), Kernels.best(), background));
    }

    MatchEngine engine() {
        return engine;
    }

    @Override
    public void stored(List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            engine.putAll(candidates.stream().map(data.encoder()::encode).toList());
        }
    }

    @Override
    public void forgotten(UUID creatorId) {
        engine.remove(creatorId);
        data.matcher().forget(creatorId);
    }

    @Override
    public void cleared() {
        engine.clear();
    }

    @PreDestroy
    void close() {
        background.shutdownNow();
    }
}
