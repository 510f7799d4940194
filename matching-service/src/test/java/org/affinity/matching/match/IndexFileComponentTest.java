package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.TestCreators;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.candidate.Replica;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.affinity.matching.engine.MatchEngines;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.match.domain.CandidatePool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class IndexFileComponentTest {

    private static final int FEW = 2;

    @TempDir
    Path directory;

    private final String language = TestCreators.newLanguage();
    private final List<UUID> ids = new ArrayList<>();

    @BeforeEach
    void publish() {
        for (int i = 0; i < 6; i++) {
            ObjectNode creator = TestCreators.creator(language);
            ((ObjectNode) creator.at("/accounts/0")).put("handle", "someone" + i);
            ids.add(TestCreators.publishAndAwait(creator));
        }
    }

    /** A replica with a file, and hardly any memory for single creators. */
    private static final class Restarted {

        private final Creators creators =
                new Creators(Arc.container().instance(CandidateRepository.class).get(), () -> FEW);
        private final MatchIndex index;
        private final IndexSnapshot position;

        Restarted(Optional<Path> directory) {
            SnapshotConfiguration configuration = new SnapshotConfiguration() {
                @Override
                public Optional<Path> directory() {
                    return directory;
                }

                @Override
                public Duration interval() {
                    return Duration.ofHours(1);
                }
            };
            MatchingData data = Arc.container().instance(MatchingData.class).get();
            MatchEngines engines = Arc.container().instance(MatchEngines.class).get();
            index = new MatchIndex(data, creators, engines, configuration);
            position = new Replica(index).refresh();
        }

        void keep() {
            index.keep(position);
        }

        List<UUID> found(String language) {
            return answer(language).hits().stream().map(Hit::id).toList();
        }

        Answer answer(String language) {
            Plan plan = new Plan(List.of(new Predicate.AnyKeyword(0, Set.of(language))), List.of(), 1_000);
            return index.pool().engine().search(plan);
        }
    }

    private Path file() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList().getFirst();
        }
    }

    private static CandidateService candidates() {
        return Arc.container().instance(CandidateService.class).get();
    }

    @Test
    void shouldAnswerFromTheFileAndWhatCameLaterAsFromTheTable() {
        // Given
        new Restarted(Optional.of(directory)).keep();
        UUID later = TestCreators.publishAndAwait(TestCreators.creator(language));
        candidates().erase(ids.get(2));

        // When
        Restarted fromFile = new Restarted(Optional.of(directory));
        Restarted fromTable = new Restarted(Optional.empty());

        // Then
        assertThat(fromFile.answer(language)).isEqualTo(fromTable.answer(language));
        assertThat(fromFile.found(language)).contains(later).hasSize(6);
        assertThat(fromFile.position).isEqualTo(fromTable.position);
    }

    @Test
    void shouldReadNoMoreThanWhatIsNewerThanTheFile() throws IOException {
        // Given: a file that differs from the table, as no file of the service does
        Restarted before = new Restarted(Optional.of(directory));
        before.index.forgotten(ids.getFirst());
        before.keep();

        // When
        Restarted restarted = new Restarted(Optional.of(directory));

        // Then
        assertThat(restarted.found(language)).hasSize(5).doesNotContain(ids.getFirst());
    }

    @Test
    void shouldKeepErasedCreatorsOutThoughAnOlderFileHasThem() throws IOException {
        // Given
        UUID erased = ids.get(3);
        new Restarted(Optional.of(directory)).keep();
        byte[] id = ByteBuffer.allocate(Long.BYTES)
                .putLong(erased.getLeastSignificantBits())
                .array();
        String inFile = new String(id, StandardCharsets.ISO_8859_1);
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).contains(inFile);
        candidates().erase(erased);

        // When
        Restarted restarted = new Restarted(Optional.of(directory));
        restarted.keep();

        // Then
        assertThat(restarted.found(language)).hasSize(5).doesNotContain(erased);
        assertThat(restarted.creators.find(erased)).isEmpty();
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain(inFile);
    }

    @Test
    void shouldReadTheTableWhenTheFileIsDamaged() throws IOException {
        // Given
        Restarted before = new Restarted(Optional.of(directory));
        before.keep();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(file(), bytes);

        // When
        Restarted restarted = new Restarted(Optional.of(directory));
        restarted.keep();

        // Then
        assertThat(restarted.answer(language)).isEqualTo(before.answer(language));
        assertThat(new Restarted(Optional.of(directory)).answer(language)).isEqualTo(before.answer(language));
    }

    @Test
    void shouldReadTheTableWhenTheFileIsOfAnotherGeneration() {
        // Given: a file with everybody, and a table that was emptied since
        Restarted before = new Restarted(Optional.of(directory));
        before.index.keep(new IndexSnapshot(before.position.generation() - 1, before.position.changeNumber()));
        candidates().erase(ids.getFirst());

        // When
        Restarted restarted = new Restarted(Optional.of(directory));

        // Then
        assertThat(restarted.found(language)).hasSize(5);
        assertThat(restarted.position.generation()).isEqualTo(before.position.generation());
    }

    @Test
    void shouldReadTheTableWhenTheFileKnowsMoreThanIt() {
        // Given
        Restarted before = new Restarted(Optional.of(directory));
        before.index.keep(new IndexSnapshot(before.position.generation(), before.position.changeNumber() + 1_000_000));
        candidates().erase(ids.getFirst());

        // When, then
        assertThat(new Restarted(Optional.of(directory)).found(language)).hasSize(5);
    }

    @Test
    void shouldTellOfMoreCreatorsThanItRemembers() {
        // Given
        new Restarted(Optional.of(directory)).keep();
        Restarted restarted = new Restarted(Optional.of(directory));
        CandidatePool pool = restarted.index.pool();

        // When
        Map<UUID, ?> known = pool.source().apply(restarted.found(language));

        // Then
        assertThat(known.keySet()).isEqualTo(Set.copyOf(ids));
    }
}
