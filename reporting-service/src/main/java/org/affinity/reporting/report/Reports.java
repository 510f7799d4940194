package org.affinity.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.DomainException;
import org.affinity.reporting.campaign.CampaignCopies;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.affinity.reporting.post.Posts;
import org.affinity.reporting.report.domain.CollaborationResult;
import org.affinity.reporting.report.domain.Measurement;
import org.affinity.reporting.report.domain.PostFacts;
import org.affinity.reporting.report.domain.Report;
import org.affinity.reporting.report.store.ReportRepository;

/** Makes the report of each closed campaign, once, and the result of each of its collaborations. */
@ApplicationScoped
public class Reports {

    private final ReportRepository reports;
    private final CampaignCopies copies;
    private final Posts posts;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final Clock clock;

    Reports(ReportRepository reports, CampaignCopies copies, Posts posts, Outbox outbox, IdGenerator ids, Clock clock) {
        this.reports = reports;
        this.copies = copies;
        this.posts = posts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Measures a campaign that was closed, with every figure recorded until now. Does nothing the second time. */
    @Transactional
    public void complete(Campaign campaign) {
        posts.lock(campaign.campaignId());
        if (reports.ofCampaign(campaign.campaignId()).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        List<Collaboration> accepted = accepted(campaign.campaignId());
        List<PostFacts> facts = close(accepted, now);
        Report report = new Measurement(campaign, facts).report(ids.next(), accepted.size(), now);
        reports.add(report);
        outbox.publish(ReportCompleted.TYPE, report.reportId(), report.version(), ReportCompleted.of(report));
        recordResults(accepted, facts, Optional.of(campaign), now);
    }

    /**
     * Records the result of a collaboration whose acceptance became known only after its campaign's report was made:
     * the topics of campaigns and collaborations have no common order.
     */
    @Transactional
    public void settle(Collaboration collaboration) {
        posts.lock(collaboration.campaignId());
        boolean reported = reports.ofCampaign(collaboration.campaignId()).isPresent();
        if (reported && collaboration.accepted() && !posts.closed(collaboration.collaborationId())) {
            Instant now = clock.instant();
            List<PostFacts> facts = close(List.of(collaboration), now);
            recordResults(List.of(collaboration), facts, copies.campaign(collaboration.campaignId()), now);
        }
    }

    /** The report, as far as the caller may see it. */
    @Transactional
    public Report report(UUID reportId) {
        return reports.report(reportId).orElseThrow(DomainException::notFound);
    }

    /** Reports after an id, oldest first; of one campaign when given. */
    @Transactional
    public List<Report> page(UUID campaignId, Optional<UUID> after, int size) {
        return reports.page(campaignId, after, size);
    }

    /** Whoever has posts was accepted, even while the copies are being built again and do not tell. */
    private List<Collaboration> accepted(UUID campaignId) {
        Map<UUID, Collaboration> accepted = new TreeMap<>();
        posts.collaborations(campaignId)
                .forEach(collaboration -> accepted.put(collaboration.collaborationId(), collaboration));
        copies.accepted(campaignId)
                .forEach(collaboration -> accepted.put(collaboration.collaborationId(), collaboration));
        return List.copyOf(accepted.values());
    }

    private List<PostFacts> close(List<Collaboration> collaborations, Instant now) {
        return posts.close(collaborations, now).stream()
                .map(measured -> PostFacts.of(measured.post(), measured.measures()))
                .toList();
    }

    private void recordResults(
            List<Collaboration> accepted, List<PostFacts> facts, Optional<Campaign> campaign, Instant now) {
        Map<UUID, List<PostFacts>> byCollaboration =
                facts.stream().collect(Collectors.groupingBy(PostFacts::collaborationId));
        for (Collaboration collaboration : accepted) {
            if (collaboration.isOfErasedCreator()) {
                continue;
            }
            var result = CollaborationResult.of(
                    byCollaboration.getOrDefault(collaboration.collaborationId(), List.of()),
                    campaign.map(Campaign::currency).orElse(null));
            var event = ResultRecorded.of(collaboration, result, campaign, now);
            outbox.publish(ResultRecorded.TYPE, event.resultId(), event.version(), event);
        }
    }
}
