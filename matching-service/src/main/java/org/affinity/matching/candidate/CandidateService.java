package org.affinity.matching.candidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository;

/** The creators that can be matched: a local copy, and the index made from it. */
@ApplicationScoped
public class CandidateService {

    private static final int PAGE = 1_000;

    private final CandidateRepository repository;
    private final CandidateIndex index;
    private final CreatorTopicLag topicLag;
    private final ErasedSubjects erased;
    private final Event<CandidatesChanged> changes;

    CandidateService(
            CandidateRepository repository,
            CandidateIndex index,
            CreatorTopicLag topicLag,
            ErasedSubjects erased,
            Event<CandidatesChanged> changes) {
        this.repository = repository;
        this.index = index;
        this.topicLag = topicLag;
        this.erased = erased;
        this.changes = changes;
    }

    /** Keeps the states of creators, each unless a state as new is known. */
    @Transactional
    public void storeAll(List<Candidate> told) {
        Map<UUID, Candidate> newest = new LinkedHashMap<>();
        told.forEach(candidate -> newest.merge(
                candidate.creatorId(), candidate, (one, other) -> one.version() < other.version() ? other : one));
        if (newest.isEmpty()) {
            return;
        }
        erased.hold(newest.keySet());
        CandidateRepository.Changes stored = repository.store(newest.values());
        if (!stored.changes().isEmpty()) {
            changes.fire(new CandidatesChanged(stored));
        }
    }

    /** Forgets a creator who was erased; every replica's index forgets them too. */
    @Transactional
    public void erase(UUID creatorId) {
        if (repository.erase(creatorId)) {
            changes.fire(new CandidatesChanged(CandidateRepository.Changes.NONE));
        }
    }

    /** Throws the copy away, to be built again from the first event. */
    @Transactional
    public void clear() {
        repository.clear();
        changes.fire(new CandidatesChanged(CandidateRepository.Changes.NONE));
    }

    /**
     * Looks at every creator of the table, some at a time; takes as long as there are creators. Those who change
     * meanwhile are seen as they were before or after.
     */
    public void forEach(Consumer<Candidate> action) {
        UUID after = new UUID(0, 0);
        List<CandidateChange> page;
        do {
            UUID last = after;
            page = QuarkusTransaction.requiringNew().call(() -> repository.page(last, PAGE));
            page.forEach(change -> action.accept(change.candidate()));
            after = page.isEmpty() ? last : page.getLast().creatorId();
        } while (page.size() == PAGE);
    }

    /** How far the index is; empty until it has caught up with the table once. */
    public Optional<IndexSnapshot> position() {
        return index.snapshot();
    }

    /** The index as it is: at most one refresh interval behind the table. */
    public IndexSnapshot snapshot() {
        return index.snapshot()
                .orElseThrow(() ->
                        new DomainException(MatchingProblem.INDEX_LOADING, "Send the request again in some seconds."));
    }

    /** The index with all that was committed before now. */
    public IndexSnapshot refreshedSnapshot() {
        index.refresh();
        return snapshot();
    }

    /**
     * The index with every creator that was published before now, by whichever replica it was stored; after the
     * configured limit, with those that have come so far.
     */
    public IndexSnapshot freshSnapshot() {
        // Suspended, so that the transaction does not follow the question to the consumer's thread.
        QuarkusTransaction.suspendingExisting().run(topicLag::awaitNone);
        index.refresh();
        return snapshot();
    }
}
