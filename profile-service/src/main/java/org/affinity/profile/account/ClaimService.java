package org.affinity.profile.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.account.domain.ClaimState;
import org.affinity.profile.account.store.ClaimEntity;
import org.affinity.profile.account.store.ClaimRepository;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/** Creators say that accounts kept under an imported profile are theirs; operators decide. */
@ApplicationScoped
public class ClaimService {

    private static final int CODE_LENGTH = 8;

    private final ClaimRepository claims;
    private final CreatorRepository creators;
    private final LinkService links;
    private final IdGenerator ids;
    private final Clock clock;

    ClaimService(ClaimRepository claims, CreatorRepository creators, LinkService links, IdGenerator ids, Clock clock) {
        this.claims = claims;
        this.creators = creators;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /** Claims an account for a creator; whether anybody holds it is not told before the decision. */
    @Transactional
    public ClaimEntity claim(UUID creatorId, Platform platform, Handle handle, String note) {
        CreatorEntity creator = creators.lock(creatorId).orElseThrow(DomainException::notFound);
        var key = new AccountKey(platform, handle.key());
        if (creator.accounts.stream().anyMatch(account -> account.key().equals(key))) {
            throw refused("The account is yours already.");
        }
        if (claims.isPending(creatorId, key)) {
            throw refused("You have claimed this account already; the decision is pending.");
        }
        var claim = new ClaimEntity();
        claim.id = ids.next();
        claim.version = 1;
        claim.creatorId = creatorId;
        claim.platform = platform;
        claim.handle = handle.value();
        claim.handleKey = handle.key();
        claim.state = ClaimState.PENDING;
        String random = claim.id.toString();
        claim.proofCode = "affinity-" + random.substring(random.length() - CODE_LENGTH);
        claim.note = note;
        claim.claimedAt = now();
        claims.persist(claim);
        return claim;
    }

    /** Claims in the order in which they were made; null does not filter. */
    @Transactional
    public List<ClaimEntity> list(UUID creatorId, ClaimState state, UUID after, int limit) {
        if (creatorId != null && creators.findByIdOptional(creatorId).isEmpty()) {
            throw DomainException.notFound();
        }
        return claims.page(creatorId, state, after, limit);
    }

    /** Gives a claimed account to the creator, by linking the imported profile that holds it. */
    @Transactional
    public ClaimEntity approve(UUID claimId) {
        ClaimEntity claim = decide(claimId, ClaimState.APPROVED);
        var key = new AccountKey(claim.platform, claim.handleKey);
        UUID holderId = creators.holdersOf(List.of(key)).get(key);
        if (holderId == null) {
            throw refused("Nobody holds this account; the creator can add it to their profile.");
        }
        CreatorEntity holder = creators.findById(holderId);
        if (holder.selfDescribed) {
            throw refused("The account belongs to a creator who signed up; link the two creators if they are one.");
        }
        links.link(claim.creatorId, holderId, "claim " + claim.id, version -> {
            // The claim stands for any version of the creator.
        });
        return claim;
    }

    /** Refuses a claim. */
    @Transactional
    public ClaimEntity refuse(UUID claimId) {
        return decide(claimId, ClaimState.REFUSED);
    }

    private ClaimEntity decide(UUID claimId, ClaimState state) {
        ClaimEntity claim = claims.findById(claimId, LockModeType.PESSIMISTIC_WRITE);
        if (claim == null) {
            throw DomainException.notFound();
        }
        if (claim.state != ClaimState.PENDING) {
            throw refused("The claim is decided already.");
        }
        claim.state = state;
        claim.decidedAt = now();
        claim.version++;
        return claim;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException refused(String detail) {
        return new DomainException(ProfileProblem.CLAIM_REFUSED, detail);
    }
}
