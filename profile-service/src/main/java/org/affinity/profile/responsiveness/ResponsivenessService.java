package org.affinity.profile.responsiveness;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.security.Tenancy;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.Responsiveness;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.responsiveness.domain.AnswerRecord;
import org.affinity.profile.responsiveness.domain.Invitation;
import org.affinity.profile.responsiveness.store.InvitationRepository;

/** Measures how creators answer invitations, and tells other services when the figures change. */
@ApplicationScoped
public class ResponsivenessService {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final InvitationRepository invitations;
    private final CreatorService creators;
    private final ErasedSubjects erased;
    private final Clock clock;

    ResponsivenessService(
            InvitationRepository invitations, CreatorService creators, ErasedSubjects erased, Clock clock) {
        this.invitations = invitations;
        this.creators = creators;
        this.erased = erased;
        this.clock = clock;
    }

    /** The record of a creator that the caller may see. Whose invitations they were stays with the service. */
    public AnswerRecord of(UUID creatorId) {
        creators.find(creatorId);
        List<Invitation> known = new ArrayList<>();
        Tenancy.asSystem(() -> QuarkusTransaction.requiringNew().run(() -> known.addAll(invitations.of(creatorId))));
        return new AnswerRecord(known, now());
    }

    /**
     * Takes note of an invitation or its answer; older news than what is known, or of whom was erased, is passed over.
     */
    @Transactional
    public void note(Invitation invitation) {
        erased.hold(List.of(invitation.creatorId()));
        if (!erased.contains(invitation.creatorId()) && invitations.store(invitation)) {
            refresh(invitation.creatorId());
        }
    }

    /** Measures anew what has changed by the mere passing of time; how many creators that concerned. */
    @Transactional
    public int refreshDue(int most) {
        List<UUID> due = invitations.due(now(), most);
        due.forEach(this::refresh);
        return due.size();
    }

    /** Forgets every invitation, before they are all read again. */
    @Transactional
    public void forgetAll() {
        invitations.deleteAll();
    }

    private void refresh(UUID creatorId) {
        List<Invitation> all = invitations.of(creatorId);
        var answers = new AnswerRecord(all, now());
        int most = invitations.schedule(creatorId, answers.nextChange().orElse(NEVER), all.size());
        if (all.size() == most) {
            creators.changeIf(
                    creatorId, creator -> write(creator, answers.summary().orElse(null)));
        }
    }

    /** Whether the figures are other ones, apart from when they were taken. */
    private static boolean write(CreatorEntity creator, Responsiveness figures) {
        Responsiveness present = creator.responsiveness;
        Responsiveness comparable = (figures == null || present == null) ? figures : figures.at(present.observedAt());
        boolean same = Objects.equals(comparable, present);
        if (!same) {
            creator.responsiveness = figures;
        }
        return !same;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
