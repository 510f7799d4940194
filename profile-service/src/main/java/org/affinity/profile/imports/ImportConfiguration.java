package org.affinity.profile.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the imports. */
@ConfigMapping(prefix = "profile.imports")
public interface ImportConfiguration {

    /** Records whose effects, outcomes and progress are committed together. */
    @WithDefault("500")
    int batchSize();

    /** How long an instance may be silent before another one takes its import over. */
    @WithDefault("30S")
    Duration lease();

    /** How often an instance looks for imports that nobody works on. */
    @WithDefault("5S")
    Duration pollInterval();

    /** How often an import is taken up without getting any further, however its run ends, before it is given up. */
    @WithDefault("5")
    int attempts();

    /** Bytes that an upload may have when it is no longer compressed: gzip, and each part of a workbook. */
    @WithDefault("1073741824")
    long maxInflatedBytes();

    /** Longest transaction of an import: a batch, or fetching the file. */
    @WithDefault("300S")
    Duration transactionTimeout();
}
