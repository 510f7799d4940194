package org.affinity.profile.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.creator.CreatorRecords;
import org.affinity.profile.creator.CreatorRecords.CreatorRecord;
import org.affinity.profile.creator.CreatorRecords.TakenOver;
import org.affinity.profile.creator.OptOuts;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.partner.domain.RecordOutcome;
import org.affinity.profile.partner.store.PartnerCreatorEntity;
import org.affinity.profile.partner.store.PartnerCreatorRepository;

/**
 * Keeps what partner organisations say of creators under ids of their own, and takes it over into the creators. A
 * record that goes leaves the creator behind.
 */
@ApplicationScoped
public class PartnerCreators {

    /** Name of the source under which creators find what partners say of them. */
    private static final String ORIGIN = "partner records";

    private final PartnerCreatorRepository records;
    private final CreatorRecords creators;
    private final OptOuts optOuts;
    private final Clock clock;

    PartnerCreators(PartnerCreatorRepository records, CreatorRecords creators, OptOuts optOuts, Clock clock) {
        this.optOuts = optOuts;
        this.records = records;
        this.creators = creators;
        this.clock = clock;
    }

    /** What became of one record; its state is null when nothing was taken over. */
    public record Result(RecordOutcome outcome, PartnerCreatorState state) {}

    /** Creates or replaces one record; {@code precondition} is told the present version when there is one. */
    @Transactional
    public Result put(UUID organisationId, PartnerRecord said, LongConsumer precondition) {
        records.lock(organisationId, said.externalId()).ifPresent(present -> precondition.accept(present.version));
        return putAll(organisationId, List.of(said)).getFirst();
    }

    /** Creates or replaces records with different external ids, each whole or not at all; answers in the same order. */
    @Transactional
    public List<Result> putAll(UUID organisationId, List<PartnerRecord> all) {
        Map<String, PartnerCreatorEntity> present = new HashMap<>();
        records.lockAll(
                        organisationId,
                        all.stream().map(PartnerRecord::externalId).toList())
                .forEach(record -> present.put(record.externalId, record));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // After the locks: whose record was erased meanwhile has none any more, and its id is on the list.
        Set<String> optedOut = optOuts.externalIdsAmong(
                organisationId, all.stream().map(PartnerRecord::externalId).toList());
        List<PartnerRecord> wanted = all.stream()
                .filter(record -> !optedOut.contains(record.externalId()))
                .toList();
        List<CreatorRecord> said = wanted.stream()
                .map(record -> new CreatorRecord(
                        Optional.ofNullable(present.get(record.externalId()))
                                .map(known -> known.creatorId)
                                .orElse(null),
                        record.profile(),
                        record.source()))
                .toList();
        var origin = new ListOrigin(ORIGIN, LawfulBasis.LEGITIMATE_INTERESTS, organisationId);
        List<TakenOver> taken = records.asService(() -> creators.takeOver(said, now, origin));
        Iterator<TakenOver> outcomes = taken.iterator();
        var results = new ArrayList<Result>();
        for (PartnerRecord record : all) {
            TakenOver outcome = optedOut.contains(record.externalId()) ? TakenOver.OPTED_OUT : outcomes.next();
            results.add(keep(organisationId, record, present.get(record.externalId()), outcome, now));
        }
        return results;
    }

    private Result keep(
            UUID organisationId, PartnerRecord said, PartnerCreatorEntity present, TakenOver taken, Instant now) {
        if (taken.equals(TakenOver.OPTED_OUT)) {
            return new Result(RecordOutcome.OPTED_OUT, null);
        }
        if (taken.equals(TakenOver.CONFLICT)) {
            return new Result(RecordOutcome.ACCOUNT_TAKEN, null);
        }
        if (present == null) {
            PartnerCreatorEntity created = add(organisationId, said, taken.creatorId(), now);
            return new Result(
                    taken.isNew() ? RecordOutcome.CREATED : RecordOutcome.ATTACHED, PartnerCreatorState.of(created));
        }
        boolean isSame = present.record.equals(said.json());
        if (!isSame) {
            present.record = said.json();
            present.version++;
            present.updatedAt = now;
        }
        return new Result(isSame ? RecordOutcome.UNCHANGED : RecordOutcome.REPLACED, PartnerCreatorState.of(present));
    }

    private PartnerCreatorEntity add(UUID organisationId, PartnerRecord said, UUID creatorId, Instant now) {
        var entity = new PartnerCreatorEntity();
        entity.organisationId = organisationId;
        entity.externalId = said.externalId();
        entity.creatorId = creatorId;
        entity.version = 1;
        entity.record = said.json();
        entity.createdAt = now;
        entity.updatedAt = now;
        records.persist(entity);
        return entity;
    }

    /** One record of the organisation. */
    @Transactional
    public PartnerCreatorState find(UUID organisationId, String externalId) {
        return records.findByIdOptional(new PartnerCreatorEntity.Key(organisationId, externalId))
                .map(PartnerCreatorState::of)
                .orElseThrow(DomainException::notFound);
    }

    /** Records of the organisation in the order of their external ids. */
    @Transactional
    public List<PartnerCreatorState> list(UUID organisationId, Optional<String> after, int limit) {
        return records.page(organisationId, after.orElse(""), limit).stream()
                .map(PartnerCreatorState::of)
                .toList();
    }

    /** Removes a record and leaves the creator; {@code precondition} is told the present version. */
    @Transactional
    public void remove(UUID organisationId, String externalId, LongConsumer precondition) {
        PartnerCreatorEntity present = records.lock(organisationId, externalId).orElseThrow(DomainException::notFound);
        precondition.accept(present.version);
        records.delete(present);
    }
}
