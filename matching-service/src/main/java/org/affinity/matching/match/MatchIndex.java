package org.affinity.matching.match;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.affinity.matching.candidate.CandidateListener;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.Kernels;
import org.affinity.matching.engine.MatchEngines;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.match.domain.CandidatePool;

/** Keeps the engine, and what is remembered of single creators, in step with the index of candidates. */
@ApplicationScoped
class MatchIndex implements CandidateListener {

    /** Creators that other threads help to encode. */
    private static final int WORTH_MORE_THREADS = 100;

    private final MatchingData data;
    private final Creators creators;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("match-engine-layout").factory());
    private final AtomicBoolean settling = new AtomicBoolean();
    private final MatchEngine engine;
    private final Optional<IndexFile> file;

    MatchIndex(MatchingData data, Creators creators, MatchEngines engines, SnapshotConfiguration snapshot) {
        this.data = data;
        this.creators = creators;
        var columns = data.columns();
        this.engine = engines.create(
                columns.schema(),
                () -> new ColumnarEngine(columns.schema(), columns.layout(), Kernels.best(), background));
        // A cluster keeps its index itself.
        this.file = engine instanceof ColumnarEngine inMemory
                ? snapshot.directory().map(directory -> new IndexFile(directory, inMemory, Build.fingerprint()))
                : Optional.empty();
    }

    @Scheduled(every = "5s")
    void settle() {
        // Looks that pile up behind a long layout would find nothing changed between them.
        if (engine instanceof ColumnarEngine inMemory && settling.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    inMemory.settle();
                } finally {
                    settling.set(false);
                }
            });
        }
    }

    /** All creators of the index. */
    CandidatePool pool() {
        long generation = creators.generation();
        // Releases share the index of a cluster, and may have encoded the same in other ways.
        BooleanSupplier inStep = engine instanceof ColumnarEngine ? () -> creators.isAt(generation) : () -> false;
        return new CandidatePool(engine, creators::find, inStep);
    }

    @Override
    public OptionalLong restored(long generation) {
        OptionalLong changeNumber = file.map(known -> known.restore(generation)).orElse(OptionalLong.empty());
        if (changeNumber.isPresent()) {
            creators.startAt(generation);
        }
        return changeNumber;
    }

    /** Writes the index to its file, if it has one. */
    void keep(IndexSnapshot position) {
        file.ifPresent(known -> known.keep(position));
    }

    @Override
    public void stored(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        // A few are encoded faster than other threads come to it.
        List<Entry> entries = (candidates.size() < WORTH_MORE_THREADS
                        ? candidates.stream()
                        : candidates.parallelStream())
                .map(data.encoder()::encode)
                .toList();
        engine.putAll(entries);
        for (int place = 0; place < entries.size(); place++) {
            creators.changed(candidates.get(place), entries.get(place).rows());
        }
    }

    @Override
    public void forgotten(UUID creatorId) {
        engine.remove(creatorId);
        creators.forget(creatorId);
    }

    @Override
    public void cleared(long generation) {
        engine.clear();
        // Last: whoever asks for the index from now on finds nothing of the former generation in it.
        creators.startAt(generation);
    }

    @PreDestroy
    void close() {
        background.shutdownNow();
    }
}
