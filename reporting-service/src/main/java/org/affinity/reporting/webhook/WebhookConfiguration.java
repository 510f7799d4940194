package org.affinity.reporting.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of webhooks. */
@ConfigMapping(prefix = "reporting.webhooks")
public interface WebhookConfiguration {

    /** Waits between the attempts of a delivery; one attempt more than waits. */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> retrySchedule();

    /** Largest share by which a wait is shortened or lengthened at random. */
    @WithDefault("0.2")
    double jitter();

    /** How long a receiver may take to answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How long the look-up of a receiver's name may take. */
    @WithDefault("PT5S")
    Duration lookUpTimeout();

    /** How long after look-up and timeout a delivery whose sender died is sent again. */
    @WithDefault("PT15S")
    Duration leaseMargin();

    /** How long an endpoint may fail without any success before it is disabled. */
    @WithDefault("PT120H")
    Duration disableAfter();

    /** How often due deliveries are looked for. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Most deliveries to one endpoint at a time. */
    @WithDefault("4")
    int inFlightPerEndpoint();

    /** Most deliveries that one process has under way. */
    @WithDefault("1000")
    int inFlight();

    /** Ports that endpoints may use besides 443; none by default. */
    Optional<Set<Integer>> otherPorts();

    /** PEM file of the authorities to trust instead of the platform's, for receivers behind a private one. */
    Optional<Path> trustedCertificates();
}
