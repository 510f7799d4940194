package org.affinity.reporting.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.reporting.ReportingProblem;
import org.affinity.reporting.campaign.CampaignCopies;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.affinity.reporting.post.domain.Measures;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Post;
import org.affinity.reporting.post.domain.PostUrl;
import org.affinity.reporting.post.domain.Reading;
import org.affinity.reporting.post.store.ClosureRepository;
import org.affinity.reporting.post.store.PostRepository;
import org.affinity.reporting.post.store.ReadingRepository;

/**
 * Posts of accepted collaborations and the readings of their figures, until the measurement closes. Whoever records
 * something holds the measurement open before reading whose it is: an erasure may just be taking the creator out.
 */
@ApplicationScoped
public class Posts {

    /** How far clocks of others may be ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** How far the day of a post may be from ours: it is told by whoever reads it where they are. */
    private static final Duration ZONE_TOLERANCE = Duration.ofDays(1);

    private final CampaignCopies copies;
    private final PostRepository posts;
    private final ReadingRepository readings;
    private final ClosureRepository closures;
    private final CurrentCaller currentCaller;
    private final IdGenerator ids;
    private final Clock clock;

    Posts(
            CampaignCopies copies,
            PostRepository posts,
            ReadingRepository readings,
            ClosureRepository closures,
            CurrentCaller currentCaller,
            IdGenerator ids,
            Clock clock) {
        this.copies = copies;
        this.posts = posts;
        this.readings = readings;
        this.closures = closures;
        this.currentCaller = currentCaller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records a post of an accepted collaboration. */
    @Transactional
    public MeasuredPost record(UUID collaborationId, String url, Instant publishedAt) {
        UUID campaignId = copies.campaignOf(collaborationId).orElseThrow(Posts::unknownCollaboration);
        PostUrl address = PostUrl.parse(url)
                .orElseThrow(() -> DomainException.invalid(
                        "/url", "url", "must be an absolute http or https URL without user name"));
        refuseFuture("/publishedAt", publishedAt);
        closures.holdOpen(campaignId);
        Collaboration collaboration = copies.collaboration(collaborationId).orElseThrow(Posts::unknownCollaboration);
        if (!collaboration.accepted()) {
            throw new DomainException(
                    ReportingProblem.COLLABORATION_NOT_ACCEPTED,
                    "The collaboration is " + collaboration.state() + "; only accepted ones have posts.");
        }
        requireOpen(collaborationId);
        refuseEarlier(collaboration, publishedAt);
        if (posts.exists(collaborationId, address.forms())) {
            throw new DomainException(
                    ReportingProblem.POST_ALREADY_RECORDED, "The collaboration has a post of that address already.");
        }
        var post = new Post(
                ids.next(),
                1,
                collaborationId,
                collaboration.campaignId(),
                collaboration.organisationId(),
                collaboration.creatorId(),
                address.value(),
                publishedAt,
                source(),
                clock.instant());
        posts.add(post);
        return new MeasuredPost(post, Measures.of(List.of()));
    }

    /** Records figures of a post as they were observed; what is not among them stays unknown. */
    @Transactional
    public Reading measure(UUID postId, Instant observedAt, Map<Metric, BigDecimal> values, String donationCurrency) {
        UUID campaignId = posts.campaignOf(postId).orElseThrow(DomainException::notFound);
        if (values.isEmpty()) {
            throw DomainException.invalid("", "figures", "must contain at least one figure");
        }
        refuseFuture("/observedAt", observedAt);
        closures.holdOpen(campaignId);
        Post post = posts.post(postId).orElseThrow(DomainException::notFound);
        if (observedAt.isBefore(post.publishedAt())) {
            throw DomainException.invalid("/observedAt", "afterPublication", "must not be before the publication");
        }
        requireOpen(post.collaborationId());
        var reading = new Reading(ids.next(), source(), observedAt, clock.instant(), values, donationCurrency);
        readings.add(post, reading, currentCaller.caller().subject());
        posts.touch(postId);
        return reading;
    }

    /** The post with what is known of it. */
    @Transactional
    public MeasuredPost post(UUID postId) {
        Post post = posts.post(postId).orElseThrow(DomainException::notFound);
        return measured(List.of(post)).getFirst();
    }

    /** Posts after an id, oldest first; of one campaign when given. */
    @Transactional
    public List<MeasuredPost> page(UUID campaignId, Optional<UUID> after, int size) {
        return measured(posts.page(campaignId, after, size));
    }

    /** Waits for figures that are just being recorded, and keeps new ones out until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID campaignId) {
        closures.lockAlone(campaignId);
    }

    /** The collaborations that have posts of a campaign, known without any copy. */
    @Transactional
    public List<Collaboration> collaborations(UUID campaignId) {
        return posts.ofCampaign(campaignId).stream()
                .map(Post::collaboration)
                .distinct()
                .toList();
    }

    /** Ends the measurement of collaborations: no post or reading of them is accepted from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<MeasuredPost> close(List<Collaboration> collaborations, Instant now) {
        collaborations.forEach(collaboration -> closures.close(collaboration, now));
        return measured(posts.ofCollaborations(
                collaborations.stream().map(Collaboration::collaborationId).toList()));
    }

    /** Whether the measurement of that collaboration has ended. */
    @Transactional
    public boolean closed(UUID collaborationId) {
        return closures.closed(collaborationId);
    }

    private List<MeasuredPost> measured(List<Post> page) {
        Map<UUID, List<Reading>> known =
                readings.of(page.stream().map(Post::postId).toList());
        return page.stream()
                .map(post -> new MeasuredPost(post, Measures.of(known.getOrDefault(post.postId(), List.of()))))
                .toList();
    }

    private void requireOpen(UUID collaborationId) {
        if (closures.closed(collaborationId)) {
            throw new DomainException(
                    ReportingProblem.MEASUREMENT_CLOSED,
                    "The campaign is closed and its report made; it takes no more posts and figures.");
        }
    }

    private MetricSource source() {
        Caller caller = currentCaller.caller();
        return caller.is(Roles.PARTNER) || caller.is(Roles.OPERATOR) ? MetricSource.NETWORK : MetricSource.DECLARED;
    }

    private void refuseFuture(String pointer, Instant instant) {
        if (instant.isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
            throw DomainException.invalid(pointer, "notInFuture", "must not be in the future");
        }
    }

    /** What is not known may be the earlier of the two: then nothing is refused. */
    private void refuseEarlier(Collaboration collaboration, Instant publishedAt) {
        Instant agreed = collaboration.agreedAt();
        Optional<Instant> begins = copies.campaign(collaboration.campaignId())
                .map(Campaign::startsOn)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        if (agreed == null || begins.isEmpty()) {
            return;
        }
        Instant first = agreed.isBefore(begins.get()) ? agreed : begins.get();
        if (publishedAt.isBefore(first.minus(ZONE_TOLERANCE))) {
            throw DomainException.invalid(
                    "/publishedAt",
                    "notBeforeCampaign",
                    "must not be more than a day before " + first
                            + ", when the collaboration was agreed or the campaign"
                            + " began; a post of before is none of this campaign");
        }
    }

    private static DomainException unknownCollaboration() {
        String detail = "no such collaboration, or none that this caller may see";
        return new DomainException(
                CommonProblem.NOT_FOUND, detail, List.of(FieldError.at("/collaborationId", "exists", detail)));
    }
}
