package org.affinity.matching.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.affinity.matching.candidate.IndexSnapshot;
import org.affinity.matching.engine.domain.columnar.ColumnarEngine;
import org.affinity.matching.engine.domain.columnar.SnapshotLabel;
import org.jboss.logging.Logger;

/**
 * The columns of the engine in a file, from which this replica starts again.
 *
 * <p>The file is a cache of the table: of another build, another generation, or damaged, it is passed over and the
 * table is read. The names and texts of creators are not in it, but ids, levels and words are.
 */
final class IndexFile {

    private static final Logger LOG = Logger.getLogger(IndexFile.class);

    private final Path file;
    private final ColumnarEngine engine;
    private final int content;
    /** Of the file as it is; null when there is none, or one that is of no use. */
    private SnapshotLabel label;

    /** For the file of a directory, which is made when something is kept in it. */
    IndexFile(Path directory, ColumnarEngine engine, int content) {
        this.file = directory.resolve("creators.columns");
        this.engine = engine;
        this.content = content;
    }

    /**
     * Fills the engine from the file.
     *
     * @return the last change of that generation that is certainly in the engine; empty when the engine is of no use
     */
    synchronized OptionalLong restore(long generation) {
        long start = System.nanoTime();
        try {
            SnapshotLabel found = engine.read(file, content);
            if (found.generation() != generation) {
                LOG.infof("%s is of another generation of the creators: they are read from the table", file);
                return OptionalLong.empty();
            }
            label = found;
            LOG.infof(
                    "%d creators restored from %s in %d ms, as of change %d",
                    engine.size(), file, (System.nanoTime() - start) / 1_000_000, found.changeNumber());
            return OptionalLong.of(found.changeNumber());
        } catch (NoSuchFileException e) {
            LOG.infof("There is no %s: all creators are read from the table", file);
        } catch (IOException e) {
            LOG.warnf("%s is of no use, all creators are read from the table: %s", file, e.getMessage());
        }
        return OptionalLong.empty();
    }

    /** Writes what the engine has, unless the file is as new. */
    synchronized void keep(IndexSnapshot snapshot) {
        SnapshotLabel current = new SnapshotLabel(content, snapshot.generation(), snapshot.changeNumber());
        if (current.equals(label)) {
            return;
        }
        long start = System.nanoTime();
        try {
            Files.createDirectories(file.getParent());
            engine.write(file, current);
            label = current;
            LOG.infof(
                    "%d creators kept in %s in %d ms, as of change %d",
                    engine.size(), file, (System.nanoTime() - start) / 1_000_000, current.changeNumber());
        } catch (IOException e) {
            LOG.warnf(e, "The creators could not be kept in %s", file);
        }
    }
}
