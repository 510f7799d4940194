package org.affinity.profile.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Statement;

/** Checks what annotations cannot say of an observation, and turns it into the domain's terms. */
final class SnapshotCheck {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Caller caller;
    private final Instant now;

    SnapshotCheck(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /** The first broken rule; empty when there is none. */
    Optional<FieldError> errorIn(SnapshotRequest request, String at) {
        if (isFuture(request.observedAt()) || request.observedAt().isBefore(EARLIEST)) {
            return error(at + "/observedAt", "past", "must lie between the year 2000 and now");
        }
        if (request.lastPostAt() != null
                && (request.lastPostAt().isAfter(request.observedAt())
                        || request.lastPostAt().isBefore(EARLIEST))) {
            return error(at + "/lastPostAt", "past", "must not be later than observedAt, nor before the year 2000");
        }
        if (!allowed().contains(source(request))) {
            return error(at + "/source", "source", "must be one of " + allowed() + " for your role");
        }
        return figures(request).equals(Observation.NOTHING)
                ? error(at.isEmpty() ? "" : at, "notEmpty", "must have at least one figure")
                : Optional.empty();
    }

    /** The statement that a request without broken rules makes. */
    Statement statement(SnapshotRequest request) {
        boolean isPartner = caller.is(Roles.PARTNER) && !caller.is(Roles.OPERATOR);
        return new Statement(
                figures(request),
                source(request),
                request.observedAt(),
                false,
                isPartner ? caller.organisationId() : null);
    }

    private Set<MetricSource> allowed() {
        if (caller.is(Roles.OPERATOR)) {
            return EnumSet.allOf(MetricSource.class);
        }
        return caller.is(Roles.PARTNER)
                ? EnumSet.of(MetricSource.NETWORK, MetricSource.ESTIMATED)
                : EnumSet.of(MetricSource.DECLARED);
    }

    private static MetricSource source(SnapshotRequest request) {
        return request.source() == null ? MetricSource.DECLARED : request.source();
    }

    private static Observation figures(SnapshotRequest request) {
        return new Observation(
                new AccountMetrics(request.followers(), request.engagementRate(), request.averageViews()),
                request.following(),
                request.posts(),
                request.lastPostAt(),
                request.postFigures() == null ? null : request.postFigures().figures());
    }

    private boolean isFuture(Instant at) {
        return at.isAfter(now.plus(CLOCKS_DIFFER));
    }

    private static Optional<FieldError> error(String pointer, String rule, String detail) {
        return Optional.of(FieldError.at(pointer, rule, detail));
    }
}
