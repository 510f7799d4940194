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

    /** Longest wait of a campaign's match for creators that were published before it but are still on their way. */
    @WithDefault("10S")
    Duration catchUpLimit();
}
