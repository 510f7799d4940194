package org.affinity.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.reporting.ReportingProblem;
import org.affinity.reporting.report.domain.Report;
import org.affinity.reporting.report.domain.ShareLink;
import org.affinity.reporting.report.domain.ShareToken;
import org.affinity.reporting.report.store.ReportRepository;
import org.affinity.reporting.report.store.ShareLinkRepository;

/** Links that show a report to people without an account. */
@ApplicationScoped
public class ShareLinks {

    private final Reports reports;
    private final ReportRepository reportRepository;
    private final ShareLinkRepository links;
    private final ReportConfiguration configuration;
    private final IdGenerator ids;
    private final Clock clock;
    private final RandomGenerator random;

    ShareLinks(
            Reports reports,
            ReportRepository reportRepository,
            ShareLinkRepository links,
            ReportConfiguration configuration,
            IdGenerator ids,
            Clock clock,
            RandomGenerator random) {
        this.reports = reports;
        this.reportRepository = reportRepository;
        this.links = links;
        this.configuration = configuration;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new link to a report.
     *
     * @param expiresAt when it ends, or null for the configured time
     */
    @Transactional
    public IssuedShareLink share(UUID reportId, Instant expiresAt) {
        Report report = reports.report(reportId);
        Instant now = clock.instant();
        Instant end =
                (expiresAt == null ? now.plus(configuration.shareLinkTtl()) : expiresAt).truncatedTo(ChronoUnit.MICROS);
        if (!end.isAfter(now)) {
            throw DomainException.invalid("/expiresAt", "future", "must be in the future");
        }
        if (end.isAfter(now.plus(configuration.shareLinkMaxTtl()))) {
            throw DomainException.invalid(
                    "/expiresAt",
                    "max",
                    "must be within " + configuration.shareLinkMaxTtl().toDays() + " days");
        }
        var link = new ShareLink(ids.next(), reportId, report.organisationId(), now, end);
        var token = ShareToken.create(random);
        links.add(link, token);
        return new IssuedShareLink(link, token);
    }

    /** The report that a token opens. The caller is nobody, so this must run as the system. */
    @Transactional
    public Report open(String token) {
        ShareLink link = links.of(new ShareToken(token)).orElseThrow(DomainException::notFound);
        if (link.expired(clock.instant())) {
            throw new DomainException(
                    ReportingProblem.SHARE_LINK_EXPIRED, "The link has expired; ask whoever sent it for a new one.");
        }
        return reportRepository.report(link.reportId()).orElseThrow(DomainException::notFound);
    }
}
