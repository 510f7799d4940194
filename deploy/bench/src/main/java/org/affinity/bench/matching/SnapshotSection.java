package org.affinity.bench.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.engine.domain.columnar.SnapshotLabel;

/** Writes the engine to a file and reads it again. */
final class SnapshotSection {

    private final ColumnarEngine engine;
    private final Path file;
    private final ColumnarContender contender;
    private final List<Brief> briefs;

    SnapshotSection(ColumnarEngine engine, Path folder, ColumnarContender contender, List<Brief> briefs) {
        this.engine = engine;
        file = folder.resolve("engine.snapshot");
        this.contender = contender;
        this.briefs = briefs;
    }

    void run(Map<String, Object> figures) throws IOException {
        long start = System.nanoTime();
        engine.write(file, new SnapshotLabel(0, 1, 1));
        double write = MatchingBench.seconds(start);
        ColumnarEngine other = ColumnarContender.empty();
        start = System.nanoTime();
        other.read(file, 0);
        double read = MatchingBench.seconds(start);
        ColumnarContender restored = new ColumnarContender(other);
        for (Brief brief : briefs) {
            if (!restored.answer(brief, 100).equals(contender.answer(brief, 100))) {
                throw new IllegalStateException("the snapshot answers differently");
            }
        }
        MatchingBench.line(
                "snapshot: %.0f MB, written in %.2f s, read in %.2f s, the same answers",
                Files.size(file) / 1e6, write, read);
        figures.put("snapshot", Map.of("bytes", Files.size(file), "writeSeconds", write, "readSeconds", read));
        Files.delete(file);
    }
}
