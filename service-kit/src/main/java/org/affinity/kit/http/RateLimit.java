package org.affinity.kit.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.affinity.kit.config.KitConfiguration;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Each caller may make so many requests in a window; the answer says how many are left ({@code RateLimit} and
 * {@code RateLimit-Policy}, draft-ietf-httpapi-ratelimit-headers). Counted per replica and per subject of the token;
 * callers without a token count by address.
 */
@ApplicationScoped
class RateLimit {

    private static final String PROBE = "org.affinity.kit.rateLimit";

    private final CurrentCaller currentCaller;
    private final HttpServerRequest http;
    private final long limit;
    private final Duration window;
    private final Cache<String, Bucket> buckets;

    RateLimit(CurrentCaller currentCaller, HttpServerRequest http, KitConfiguration configuration) {
        this.currentCaller = currentCaller;
        this.http = http;
        this.limit = configuration.http().rateLimit();
        this.window = configuration.http().rateLimitWindow();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(window.multipliedBy(2))
                .build();
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void consume(ContainerRequestContext request) {
        Caller caller = currentCaller.caller();
        String key = caller.equals(Caller.NOBODY)
                ? http.remoteAddress().hostAddress()
                : caller.subject() + "@" + caller.organisationId();
        ConsumptionProbe probe = buckets.get(key, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        request.setProperty(PROBE, probe);
        if (!probe.isConsumed()) {
            throw new DomainException(
                    CommonProblem.RATE_LIMITED, "Wait as Retry-After says, then send the request again.");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(band -> band.capacity(limit).refillGreedy(limit, window))
                .build();
    }

    @ServerResponseFilter
    void report(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROBE) instanceof ConsumptionProbe probe) {
            long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset()));
            response.getHeaders().putSingle("RateLimit-Policy", "\"default\";q=" + limit + ";w=" + window.toSeconds());
            response.getHeaders()
                    .putSingle("RateLimit", "\"default\";r=" + probe.getRemainingTokens() + ";t=" + seconds);
            if (!probe.isConsumed()) {
                long wait = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
                response.getHeaders().putSingle("Retry-After", wait);
            }
        }
    }
}
