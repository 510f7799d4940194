package org.affinity.matching.match;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.ScriptedTable;
import org.affinity.matching.engine.GivenEngine;
import org.affinity.matching.engine.MatchEngines;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.match.domain.CandidatePool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose row and points are taken over as the engine found them. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchIndexComponentTest {

    private static final long GENERATION = 1;

    private final MatchingData data;
    private final MatchEngines configured;
    private final ScriptedTable table = new ScriptedTable();
    private final Creators creators = new Creators(table, () -> 10);
    private final UUID id = UUID.randomUUID();
    private final Hit hit = new Hit(id, 0, 100, 1);

    MatchIndexComponentTest(MatchingData data, MatchEngines configured) {
        this.data = data;
        this.configured = configured;
    }

    /** A setting that keeps no file. */
    private static final class NoFile implements SnapshotConfiguration {

        @Override
        public Optional<Path> directory() {
            return Optional.empty();
        }

        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }
    }

    private MatchIndex started(MatchEngines engines) {
        MatchIndex index = new MatchIndex(data, creators, engines, new NoFile());
        index.restored(GENERATION);
        index.cleared(GENERATION);
        index.stored(List.of(stored(1)));
        return index;
    }

    private Candidate stored(long version) {
        Candidate candidate =
                new Candidate(id, version, true, null, Set.of(), null, Set.of(), List.of(), List.of(), 0, null);
        table.put(candidate);
        return candidate;
    }

    /** As matches ask: the engine first, then who those are whom it named. */
    private boolean isAsFound(CandidatePool pool) {
        return pool.isAsFound(hit, pool.source().apply(List.of(id)).get(id));
    }

    @Test
    void shouldTakeOverWhatItsOwnEngineFoundOfWhoeverDidNotChange() {
        // Given
        MatchIndex index = started(configured);

        // When, then
        assertThat(isAsFound(index.pool())).isTrue();
        index.stored(List.of(stored(2)));
        assertThat(isAsFound(index.pool())).isFalse();
    }

    @Test
    void shouldScoreAgainWhomAnEngineNamesThatReleasesShare() {
        // Given
        MatchIndex index =
                started(new GivenEngine(new ExhaustiveEngine(data.columns().schema())));

        // When, then
        assertThat(isAsFound(index.pool())).isFalse();
    }

    @Test
    void shouldScoreAgainWhileTheTableIsARebuildAheadOfTheIndex() {
        // Given: the same version, read by this release in another way
        MatchIndex index = started(configured);
        long rebuilt = table.startGeneration();
        CandidatePool asked = index.pool();
        Candidate again = stored(1);

        // When, then: before the index knows of it, while it takes it over, and after
        assertThat(isAsFound(asked)).isFalse();
        assertThat(isAsFound(index.pool())).isFalse();
        index.cleared(rebuilt);
        index.stored(List.of(again));
        assertThat(isAsFound(asked)).isFalse();
        assertThat(isAsFound(index.pool())).isTrue();
    }
}
