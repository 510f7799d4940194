package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.AvailabilityRow;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/**
 * Takes accounts over from lists, many at a time: a handful of queries for a whole batch. What a list does not say
 * stays as it is; what creators wrote of themselves is only added to; figures never give way to figures of a weaker
 * source.
 */
@ApplicationScoped
public class CreatorImports {

    private final CreatorRepository creators;
    private final ProfileWriter writer;
    private final Outbox outbox;
    private final IdGenerator ids;

    CreatorImports(CreatorRepository creators, ProfileWriter writer, Outbox outbox, IdGenerator ids) {
        this.creators = creators;
        this.writer = writer;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Takes over accounts of which no two are the same; the answers come in the same order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Imported> takeOver(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = holders(accounts);
        Map<UUID, CreatorEntity> present = creators.lockAll(new HashSet<>(holders.values()));
        var results = new ArrayList<Imported>();
        var changed = new LinkedHashSet<CreatorEntity>();
        for (ImportedAccount imported : accounts) {
            UUID holder = holders.get(imported.account().key());
            CreatorEntity creator = holder == null ? create(imported, source, at) : present.get(holder);
            boolean isChanged = holder == null || merge(creator, imported, source, at);
            if (holder == null) {
                creators.persist(creator);
            }
            if (isChanged && changed.add(creator) && holder != null) {
                creator.version++;
                creator.updatedAt = at;
            }
            results.add(new Imported(creator.id, holder == null, isChanged));
        }
        outbox.publishAll(
                CreatorState.UPDATED,
                changed.stream()
                        .map(creator -> new Outbox.State(creator.id, creator.version, CreatorState.of(creator)))
                        .toList());
        return results;
    }

    /**
     * Tells what {@link #takeOver} would answer, and changes nothing; new creators have no id. To be called in a
     * transaction of its own: what it did to the entities is forgotten.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Imported> preview(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = holders(accounts);
        Map<UUID, CreatorEntity> present = creators.findAll(new HashSet<>(holders.values()));
        var results = new ArrayList<Imported>();
        for (ImportedAccount imported : accounts) {
            UUID holder = holders.get(imported.account().key());
            boolean isChanged = holder == null || merge(present.get(holder), imported, source, at);
            results.add(new Imported(holder, holder == null, isChanged));
        }
        creators.getEntityManager().clear();
        return results;
    }

    private Map<AccountKey, UUID> holders(List<ImportedAccount> accounts) {
        return creators.holdersOf(
                accounts.stream().map(imported -> imported.account().key()).toList());
    }

    private CreatorEntity create(ImportedAccount imported, MetricSource source, Instant at) {
        var creator = new CreatorEntity();
        creator.id = ids.next();
        creator.status = CreatorStatus.ACTIVE;
        creator.version = 1;
        creator.createdAt = at;
        creator.updatedAt = at;
        creator.displayName =
                imported.displayName() == null ? imported.account().handle().value() : imported.displayName();
        creator.country = imported.country();
        creator.languages = new ArrayList<>(imported.languages());
        creator.birthYear = imported.birthYear();
        creator.topics = new ArrayList<>(imported.topics());
        writer.addAccount(creator, imported.account(), source, observedAt(imported, at));
        if (imported.fee() != null) {
            creator.availability.add(offer(imported.fee()));
        }
        return creator;
    }

    private boolean merge(CreatorEntity creator, ImportedAccount imported, MetricSource source, Instant at) {
        boolean isChanged = mergeFigures(creator, imported, source, at);
        boolean mayReplace = !creator.selfDescribed;
        if (mayReplace
                && imported.displayName() != null
                && !imported.displayName().equals(creator.displayName)) {
            creator.displayName = imported.displayName();
            isChanged = true;
        }
        if (mayTake(creator.country, imported.country(), mayReplace)) {
            creator.country = imported.country();
            isChanged = true;
        }
        if (mayTake(creator.birthYear, imported.birthYear(), mayReplace)) {
            creator.birthYear = imported.birthYear();
            isChanged = true;
        }
        List<String> topics = Topics.union(creator.topics, imported.topics());
        if (!topics.equals(creator.topics)) {
            creator.topics = new ArrayList<>(topics);
            isChanged = true;
        }
        List<String> languages = Languages.union(creator.languages, imported.languages());
        if (!languages.equals(creator.languages)) {
            creator.languages = new ArrayList<>(languages);
            isChanged = true;
        }
        return mergeFee(creator, imported.fee()) || isChanged;
    }

    /** What creators wrote of the work they accept stays as it is; a list only says what nobody has said. */
    private static boolean mergeFee(CreatorEntity creator, Fee fee) {
        if (fee == null || (creator.selfDescribed && !creator.availability.isEmpty())) {
            return false;
        }
        AvailabilityRow offer = offer(fee);
        for (int i = 0; i < creator.availability.size(); i++) {
            AvailabilityRow present = creator.availability.get(i);
            if (present.engagementType == EngagementType.PAID) {
                if (offer.availability().equals(present.availability())) {
                    return false;
                }
                creator.availability.set(i, offer);
                return true;
            }
        }
        creator.availability.add(offer);
        return true;
    }

    private static AvailabilityRow offer(Fee fee) {
        return AvailabilityRow.of(new Availability(EngagementType.PAID, fee));
    }

    private static Instant observedAt(ImportedAccount imported, Instant at) {
        return imported.observedAt() == null ? at : imported.observedAt();
    }

    private boolean mergeFigures(CreatorEntity creator, ImportedAccount imported, MetricSource source, Instant at) {
        AccountEntity account = creator.accounts.stream()
                .filter(one -> one.key().equals(imported.account().key()))
                .findFirst()
                .orElseThrow();
        AccountMetrics merged =
                account.metrics().overlaidWith(imported.account().metrics());
        if (merged.equals(account.metrics()) || source.isWeakerThan(account.source)) {
            return false;
        }
        writer.observe(account, merged, source, observedAt(imported, at));
        return true;
    }

    private static boolean mayTake(Object present, Object offered, boolean mayReplace) {
        return offered != null && !offered.equals(present) && (present == null || mayReplace);
    }

    /** What became of one account: whether its creator is new, and whether anything changed. */
    public record Imported(UUID creatorId, boolean isNew, boolean isChanged) {}
}
