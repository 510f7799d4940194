package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnapshotTest {

    private static final int SIZE = 9_000;
    private static final int CONTENT = 7;
    private static final int HEADER = 52;

    @TempDir
    Path directory;

    @Test
    void shouldAnswerTheSameAfterWritingAndReading() throws IOException {
        // Given: an engine with rows in order, rows that came later, changed and removed ones
        var random = new SplittableRandom(7);
        var source = new RandomIndex(random);
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        for (int i = 0; i < SIZE; i++) {
            engine.put(source.entry(source.id(i), 1));
        }
        engine.cluster();
        for (int i = 0; i < 500; i++) {
            engine.put(source.entry(source.id(random.nextInt(SIZE + 200)), 2));
            engine.remove(source.id(random.nextInt(SIZE)));
        }

        // When
        SnapshotLabel label = new SnapshotLabel(CONTENT, 42, 4_711);
        engine.write(directory.resolve("index"), label);
        ColumnarEngine restored = engine(RandomIndex.LAYOUT);
        SnapshotLabel found = restored.read(directory.resolve("index"), CONTENT);

        // Then
        assertThat(found).isEqualTo(label);
        for (int i = 0; i < 50; i++) {
            var entry = source.entry(source.id(random.nextInt(SIZE)), 3);
            engine.put(entry);
            restored.put(entry);
            Plan plan = source.plan();
            assertThat(restored.search(plan)).isEqualTo(engine.search(plan));
        }
        assertThat(directory).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
    }

    @Test
    void shouldSeeAfterReadingWhoIsNoExceptionAnyMore() throws IOException {
        // Given: a level that nobody knows but of one
        Schema schema = new Schema(List.of("level"), List.of("number"), List.of("words"));
        ColumnarEngine engine = new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run);
        for (int i = 0; i < 10; i++) {
            engine.put(entry(new UUID(0, i), i == 5 ? 201 : Row.UNKNOWN_CODE, 0));
        }
        engine.cluster();
        engine.write(directory.resolve("index"), new SnapshotLabel(CONTENT, 1, 1));
        ColumnarEngine restored = new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run);
        restored.read(directory.resolve("index"), CONTENT);
        Plan known = new Plan(List.of(Predicate.CodeIn.between(0, 0, Row.HIGHEST_LEVEL)), List.of(), 10);
        assertThat(restored.search(known).hits()).extracting(Hit::id).containsExactly(new UUID(0, 5));

        // When
        restored.put(entry(new UUID(0, 5), Row.UNKNOWN_CODE, 0));

        // Then
        assertThat(restored.search(known).hits()).isEmpty();
    }

    @Test
    void shouldRefuseAnyFileWithOneByteChangedAndKeepItsEntries() throws IOException {
        // Given
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        engine.put(new RandomIndex(new SplittableRandom(1)).entry(new UUID(1, 1), 1));

        for (int at = 0; at < whole.length; at += at < HEADER ? 1 : whole.length / 31) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x40;
            Files.write(file, changed);
            assertThatThrownBy(() -> engine.read(file, CONTENT))
                    .as("byte %d", at)
                    .isInstanceOf(SnapshotException.class);
        }
        assertThat(engine.size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseFilesThatAreCutOffOrForeign() throws IOException {
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        for (int length : new int[] {0, 10, HEADER, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> engine.read(file, CONTENT)).isInstanceOf(SnapshotException.class);
        }
        Files.write(file, whole);
        assertThatThrownBy(() -> engine(Layout.NONE).read(file, CONTENT))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("another schema");
        Schema other = new Schema(List.of("a"), List.of(), List.of());
        assertThatThrownBy(() ->
                        new ColumnarEngine(other, Layout.NONE, new PlainKernel(), Runnable::run).read(file, CONTENT))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("another schema");
        assertThatThrownBy(() -> engine.read(file, CONTENT + 1))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("other content");
    }

    @Test
    void shouldLeaveNothingOfRemovedEntriesInTheFile() throws IOException {
        // Given: two entries with words of their own, one of which goes
        Schema schema = new Schema(List.of("level"), List.of("number"), List.of("words"));
        ColumnarEngine engine = new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run);
        UUID gone = new UUID(0x1234_5678_9ABC_DEF0L, 0x0FED_CBA9_8765_4321L);
        UUID stays = new UUID(3, 4);
        engine.put(entry(gone, 201, 987_654_321, "maiden", "common"));
        engine.put(entry(stays, 3, 5, "common", "other"));
        Path file = directory.resolve("index");
        engine.write(file, new SnapshotLabel(CONTENT, 1, 1));
        assertThat(text(file)).contains("maiden").contains(text(gone.getMostSignificantBits()));
        engine.remove(gone);

        // When
        engine.write(file, new SnapshotLabel(CONTENT, 1, 2));
        ColumnarEngine restored = new ColumnarEngine(schema, Layout.NONE, new PlainKernel(), Runnable::run);
        restored.read(file, CONTENT);

        // Then
        assertThat(text(file))
                .doesNotContain("maiden")
                .doesNotContain(text(gone.getMostSignificantBits()))
                .doesNotContain(text(gone.getLeastSignificantBits()))
                .contains("common", "other");
        restored.put(entry(new UUID(5, 6), 9, 9, "late", "common"));
        restored.write(file, new SnapshotLabel(CONTENT, 1, 3));
        engine.read(file, CONTENT);
        for (String word : List.of("maiden", "common", "other", "late")) {
            Plan plan = new Plan(List.of(new Predicate.AnyKeyword(0, Set.of(word))), List.of(), 5);
            assertThat(engine.search(plan).hits())
                    .extracting(Hit::id)
                    .isEqualTo(
                            switch (word) {
                                case "maiden" -> List.of();
                                case "common" -> List.of(stays, new UUID(5, 6));
                                case "other" -> List.of(stays);
                                default -> List.of(new UUID(5, 6));
                            });
        }
    }

    private static Entry entry(UUID id, int level, int number, String... words) {
        return new Entry(
                id, 1, List.of(new Row(new byte[] {(byte) level}, new int[] {number}, List.of(Set.of(words)))));
    }

    /** The bytes one by one as characters. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String text(long number) {
        return new String(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), StandardCharsets.ISO_8859_1);
    }

    private Path written() throws IOException {
        var source = new RandomIndex(new SplittableRandom(3));
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        for (int i = 0; i < 300; i++) {
            engine.put(source.entry(source.id(i), 1));
        }
        Path file = directory.resolve("index");
        engine.write(file, new SnapshotLabel(CONTENT, 1, 1));
        return file;
    }

    private static ColumnarEngine engine(Layout layout) {
        return new ColumnarEngine(RandomIndex.SCHEMA, layout, new PlainKernel(), Runnable::run);
    }
}
