package org.affinity.reporting.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of reports. */
@ConfigMapping(prefix = "reporting.report")
public interface ReportConfiguration {

    /** Address under which the outside world reaches this service, for share links; the request's own by default. */
    Optional<URI> publicUrl();

    /** How long a share link lives when the request does not say. */
    @WithDefault("P30D")
    Duration shareLinkTtl();

    /** How long a share link may live. */
    @WithDefault("P365D")
    Duration shareLinkMaxTtl();
}
