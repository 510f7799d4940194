package org.affinity.matching.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the index of candidates. */
@ConfigMapping(prefix = "matching.candidate")
interface CandidateConfiguration {

    /** How often the index looks for candidates that another replica stored. */
    @WithDefault("0.2S")
    Duration refreshInterval();
}
