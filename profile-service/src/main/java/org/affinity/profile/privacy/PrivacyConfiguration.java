package org.affinity.profile.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of what creators may ask of their data. */
@ConfigMapping(prefix = "profile.privacy")
public interface PrivacyConfiguration {

    /**
     * Base64 of 32 random bytes, under which the accounts of people who left are kept as digests. It must never change:
     * with another key nobody on the list is recognised. Derived from the service's secret when it is not set.
     */
    Optional<String> optOutKey();

    /** How long the archive of an export can be fetched. */
    @WithDefault("7D")
    Duration archiveTtl();

    /** How often reads of profiles are written down; an instance that dies loses those since the last time. */
    @WithDefault("2S")
    Duration disclosureInterval();
}
