package org.affinity.matching.match;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the file from which the index of creators starts again. */
@ConfigMapping(prefix = "matching.snapshot")
interface SnapshotConfiguration {

    /** Where the file is, one directory for each replica; when empty, every start reads all creators from the table. */
    Optional<Path> directory();

    /** How often the file is written, if anything has changed; an erased creator has left it after that time. */
    @WithDefault("5M")
    Duration interval();
}
