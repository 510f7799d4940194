package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SnapshotTest {

    private static final int SIZE = 9_000;

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
        engine.write(directory.resolve("index"), 4_711);
        ColumnarEngine restored = engine(RandomIndex.LAYOUT);
        long changeNumber = restored.read(directory.resolve("index"));

        // Then
        assertThat(changeNumber).isEqualTo(4_711);
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
    void shouldRefuseAnyFileWithOneByteChangedAndKeepItsEntries() throws IOException {
        // Given
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        engine.put(new RandomIndex(new SplittableRandom(1)).entry(new UUID(1, 1), 1));

        for (int at = 0; at < whole.length; at += at < 48 ? 1 : whole.length / 97) {
            if (at >= 16 && at < 24) {
                // The change number stands for itself.
                continue;
            }
            byte[] changed = whole.clone();
            changed[at] ^= 0x40;
            Files.write(file, changed);
            assertThatThrownBy(() -> engine.read(file)).as("byte %d", at).isInstanceOf(SnapshotException.class);
        }
        assertThat(engine.size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseFilesThatAreCutOffOrForeign() throws IOException {
        Path file = written();
        byte[] whole = Files.readAllBytes(file);
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        for (int length : new int[] {0, 10, 48, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> engine.read(file)).isInstanceOf(SnapshotException.class);
        }
        Files.write(file, whole);
        assertThatThrownBy(() -> engine(Layout.NONE).read(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("another schema");
        Schema other = new Schema(List.of("a"), List.of(), List.of());
        assertThatThrownBy(() -> new ColumnarEngine(other, Layout.NONE, new PlainKernel(), Runnable::run).read(file))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("another schema");
    }

    private Path written() throws IOException {
        var source = new RandomIndex(new SplittableRandom(3));
        ColumnarEngine engine = engine(RandomIndex.LAYOUT);
        for (int i = 0; i < 300; i++) {
            engine.put(source.entry(source.id(i), 1));
        }
        Path file = directory.resolve("index");
        engine.write(file, 1);
        return file;
    }

    private static ColumnarEngine engine(Layout layout) {
        return new ColumnarEngine(RandomIndex.SCHEMA, layout, new PlainKernel(), Runnable::run);
    }
}
