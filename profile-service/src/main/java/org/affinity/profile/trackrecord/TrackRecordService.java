package org.affinity.profile.trackrecord;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.kit.security.Tenancy;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.BrandRelation;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.store.BrandRow;
import org.affinity.profile.trackrecord.domain.Result;
import org.affinity.profile.trackrecord.domain.TrackRecordFigures;
import org.affinity.profile.trackrecord.store.CompletedCollaborationRepository;

/** Keeps what the collaborations of each creator came to, beside what creators say of their work. */
@ApplicationScoped
public class TrackRecordService {

    private final CompletedCollaborationRepository collaborations;
    private final CreatorService creators;
    private final ErasedSubjects erased;
    private final CurrentCaller currentCaller;
    private final Clock clock;

    TrackRecordService(
            CompletedCollaborationRepository collaborations,
            CreatorService creators,
            ErasedSubjects erased,
            CurrentCaller currentCaller,
            Clock clock) {
        this.collaborations = collaborations;
        this.creators = creators;
        this.erased = erased;
        this.currentCaller = currentCaller;
        this.clock = clock;
    }

    /**
     * Takes note of a result, unless nothing was delivered; the same collaboration counts once, however often its
     * result comes or is corrected.
     */
    @Transactional
    public void complete(Result result) {
        if (!result.isDelivered()) {
            return;
        }
        erased.hold(List.of(result.creatorId()));
        boolean isNew = collaborations.addIfNew(result);
        collaborations.correct(result);
        if (isNew) {
            creators.countCollaborations(result.creatorId());
        }
    }

    /**
     * The track record of a creator that the caller may see. An organisation is not told for whom results of others
     * were, nor under which campaign.
     */
    public TrackRecord of(UUID creatorId) {
        return Optional.ofNullable(ofAll(List.of(creatorId)).get(creatorId)).orElseThrow(DomainException::notFound);
    }

    /** The same of those of these creators that the caller may see, by creator. */
    public Map<UUID, TrackRecord> ofAll(Collection<UUID> creatorIds) {
        Map<UUID, List<BrandTie>> declared = creators.readAll(
                creatorIds,
                creator -> creator.brands.stream()
                        .map(BrandRow::tie)
                        .filter(tie -> tie.relation() == BrandRelation.WORKED_WITH)
                        .filter(tie ->
                                tie.source() == FactSource.DECLARED || tie.what() != null || tie.result() != null)
                        .toList());
        Map<UUID, List<Result>> measured = new HashMap<>();
        Tenancy.asSystem(() ->
                QuarkusTransaction.requiringNew().run(() -> measured.putAll(collaborations.of(declared.keySet()))));
        Map<UUID, TrackRecord> records = new HashMap<>();
        declared.forEach((creatorId, ties) ->
                records.put(creatorId, trackRecord(creatorId, measured.getOrDefault(creatorId, List.of()), ties)));
        return records;
    }

    private TrackRecord trackRecord(UUID creatorId, List<Result> results, List<BrandTie> declared) {
        Caller caller = currentCaller.caller();
        return new TrackRecord(
                creatorId,
                new TrackRecordFigures(results, clock.instant()).all(),
                results.stream()
                        .map(result -> sees(caller, result) ? result : result.anonymous())
                        .toList(),
                declared);
    }

    private static boolean sees(Caller caller, Result result) {
        return caller.is(Roles.OPERATOR)
                || result.creatorId().equals(caller.creatorId())
                || (result.organisationId() != null && caller.organisations().contains(result.organisationId()));
    }

    /** Forgets a result that was taken back. */
    @Transactional
    public void forget(UUID resultId) {
        collaborations.delete("resultId", resultId);
    }

    /** Forgets every result, before they are all read again. */
    @Transactional
    public void forgetAll() {
        collaborations.deleteAll();
    }
}
