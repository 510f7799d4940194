package org.affinity.profile.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.privacy.store.ContestEntity;
import org.affinity.profile.privacy.store.ContestRepository;

/**
 * Data that creators contest (GDPR, articles 16 and 18). While a contest is open the profile and its event say that the
 * field is contested, to everybody who reads it.
 */
@ApplicationScoped
public class Contests {

    private final ContestRepository contests;
    private final CreatorService creators;
    private final IdGenerator ids;
    private final Clock clock;

    Contests(ContestRepository contests, CreatorService creators, IdGenerator ids, Clock clock) {
        this.contests = contests;
        this.creators = creators;
        this.ids = ids;
        this.clock = clock;
    }

    /** Contests a field of the calling creator. */
    @Transactional
    public ContestEntity open(UUID creatorId, String field, String claim, String evidence) {
        creators.find(creatorId);
        var contest = new ContestEntity();
        contest.id = ids.next();
        contest.version = 1;
        contest.creatorId = creatorId;
        contest.field = field;
        contest.claim = claim;
        contest.evidence = evidence;
        contest.state = "OPEN";
        contest.createdAt = now();
        contests.persistAndFlush(contest);
        mark(creatorId);
        return contest;
    }

    /** One contest that the caller may see. */
    @Transactional
    public ContestEntity find(UUID creatorId, UUID contestId) {
        return contests.contest(creatorId, contestId).orElseThrow(DomainException::notFound);
    }

    /** Contests of a creator whom the caller may see, the newest first. */
    @Transactional
    public List<ContestEntity> list(UUID creatorId, Optional<UUID> before, int limit) {
        creators.find(creatorId);
        return contests.page(creatorId, before.orElse(null), limit);
    }

    /** Decides on a contest, once. */
    @Transactional
    public ContestEntity resolve(UUID creatorId, UUID contestId, boolean isCorrected, String reason) {
        ContestEntity contest = contests.lock(creatorId, contestId).orElseThrow(DomainException::notFound);
        if (!contest.state.equals("OPEN")) {
            throw new DomainException(ProfileProblem.CONTEST_RESOLVED, "The contest was decided on before.");
        }
        contest.state = isCorrected ? "CORRECTED" : "REJECTED";
        contest.reason = reason;
        contest.resolvedAt = now();
        contest.version++;
        contests.flush();
        mark(creatorId);
        return contest;
    }

    private void mark(UUID creatorId) {
        List<String> open = contests.openFields(creatorId);
        creators.change(creatorId, _ -> {}, creator -> creator.contestedFields = new ArrayList<>(open));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
