package org.affinity.profile.audience.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.audience.domain.AudienceSignals;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.audience.domain.Dimension;
import org.affinity.profile.audience.domain.Distribution;
import org.affinity.profile.audience.web.AudienceRequest.DistributionRequest;
import org.affinity.profile.audience.web.AudienceRequest.ShareRequest;
import org.affinity.profile.creator.domain.MetricSource;

/** Checks what annotations cannot say of an audience, all of it before it answers. */
final class AudienceCheck {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Caller caller;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    AudienceCheck(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    /**
     * The statement that a request makes.
     *
     * @throws DomainException 422 with every broken rule
     */
    AudienceStatement statement(AudienceRequest request) {
        checkTime(request.observedAt());
        MetricSource source = source(request.source());
        List<Distribution> distributions = distributions(request.distributions());
        var signals = request.signals() == null
                ? AudienceSignals.UNKNOWN
                : new AudienceSignals(
                        request.signals().suspiciousShare(), request.signals().massFollowerShare());
        throwIfBroken();
        boolean isPartner = caller.is(Roles.PARTNER) && !caller.is(Roles.OPERATOR);
        return new AudienceStatement(
                source,
                request.observedAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                now,
                isPartner ? caller.organisationId() : null,
                distributions,
                signals);
    }

    /** Time of an observation, checked alone. */
    void checkTime(Instant observedAt) {
        check(
                !observedAt.isAfter(now.plus(CLOCKS_DIFFER)) && !observedAt.isBefore(EARLIEST),
                "/observedAt",
                "past",
                "must lie between the year 2000 and now");
    }

    /** The source that the caller may name, checked alone. */
    MetricSource source(MetricSource named) {
        Set<MetricSource> allowed = EnumSet.of(MetricSource.DECLARED);
        if (caller.is(Roles.OPERATOR)) {
            allowed = EnumSet.allOf(MetricSource.class);
        } else if (caller.is(Roles.PARTNER)) {
            allowed = EnumSet.of(MetricSource.NETWORK, MetricSource.ESTIMATED);
        }
        MetricSource source = named == null ? MetricSource.DECLARED : named;
        check(allowed.contains(source), "/source", "source", "must be one of " + allowed + " for your role");
        return source;
    }

    void check(boolean holds, String pointer, String rule, String detail) {
        if (!holds) {
            errors.add(FieldError.at(pointer, rule, detail));
        }
    }

    void throwIfBroken() {
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(CommonProblem.VALIDATION_FAILED, first.pointer() + " " + first.detail(), errors);
        }
    }

    private List<Distribution> distributions(List<DistributionRequest> requests) {
        var distributions = new ArrayList<Distribution>();
        var seen = EnumSet.noneOf(Dimension.class);
        for (int i = 0; i < requests.size(); i++) {
            DistributionRequest request = requests.get(i);
            String at = "/distributions/" + i;
            check(seen.add(request.dimension()), at, "unique", "has the dimension " + request.dimension() + " again");
            distributions.add(distribution(request, at + "/shares"));
        }
        return distributions;
    }

    private Distribution distribution(DistributionRequest request, String at) {
        Dimension dimension = request.dimension();
        var shares = new TreeMap<String, BigDecimal>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < request.shares().size(); i++) {
            ShareRequest share = request.shares().get(i);
            sum = sum.add(share.share());
            Optional<String> value = dimension.canonical(share.value());
            check(value.isPresent(), at + "/" + i + "/value", "value", dimension + " takes " + dimension.expected());
            if (value.isPresent()) {
                BigDecimal before = shares.put(value.get(), share.share());
                check(before == null, at + "/" + i + "/value", "unique", dimension + " names this value twice");
            }
        }
        check(
                !Dimension.isTooMuch(sum),
                at,
                "sum",
                "shares of " + dimension + " sum to " + sum.toPlainString()
                        + "; they must sum to 1 at most, the rest is unknown");
        return new Distribution(dimension, request.sampleSize(), shares);
    }
}
