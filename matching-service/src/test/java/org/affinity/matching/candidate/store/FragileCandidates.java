package org.affinity.matching.candidate.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/** Candidates of a table that can be made to break off while it is read. */
public final class FragileCandidates {

    private final List<CandidateChange> changes = new ArrayList<>();
    private long generation = 1;
    private int readsUntilItBreaks = -1;

    /** Stores that many new candidates; the changes that this makes. */
    public CandidateRepository.Changes add(int count) {
        for (int i = 0; i < count; i++) {
            Candidate candidate = new Candidate(
                    UUID.randomUUID(), 1, true, null, Set.of(), null, Set.of(), List.of(), List.of(), 0, null);
            changes.add(new CandidateChange(changes.size() + 1L, candidate.creatorId(), candidate));
        }
        return new CandidateRepository.Changes(
                generation, List.copyOf(changes.subList(changes.size() - count, changes.size())));
    }

    /** Empties the table. */
    public void clear() {
        changes.clear();
        generation++;
    }

    /** Breaks once, after that many more reads of changes. */
    public void breakAfter(int reads) {
        readsUntilItBreaks = reads;
    }

    /** The table as the index reads it. */
    public CandidateRepository repository() {
        return new CandidateRepository(null, new ObjectMapper()) {

            @Override
            public long lastChangeNumber() {
                return changes.size();
            }

            @Override
            public Changes changesAfter(long changeNumber, int limit) {
                if (readsUntilItBreaks-- == 0) {
                    throw new IllegalStateException("the table cannot be read");
                }
                return new Changes(
                        generation,
                        changes.stream()
                                .filter(change -> change.changeNumber() > changeNumber)
                                .limit(limit)
                                .toList());
            }
        };
    }
}
