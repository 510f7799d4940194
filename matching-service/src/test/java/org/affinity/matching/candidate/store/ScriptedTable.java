package org.affinity.matching.candidate.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Candidate;

/** A table of candidates of which a test knows what is read, and what happens meanwhile. */
public final class ScriptedTable extends CandidateRepository {

    private final Map<UUID, Candidate> rows = new HashMap<>();
    private Runnable meanwhile = () -> {};
    private int reads;
    private long generation = 1;

    public ScriptedTable() {
        super(null, new ObjectMapper());
    }

    /** Stores a state. */
    public void put(Candidate candidate) {
        rows.put(candidate.creatorId(), candidate);
    }

    /** Deletes a row. */
    public void delete(UUID creatorId) {
        rows.remove(creatorId);
    }

    /** Runs when the next read has its rows and has not given them yet. */
    public void duringNextRead(Runnable action) {
        meanwhile = action;
    }

    /** Starts another generation, in which creators may be other than before at the same version. */
    public long startGeneration() {
        return ++generation;
    }

    /** How many creators were read so far. */
    public int reads() {
        return reads;
    }

    @Override
    public Changes find(Collection<UUID> creatorIds) {
        Changes found = new Changes(
                generation,
                creatorIds.stream()
                        .filter(rows::containsKey)
                        .map(id -> new CandidateChange(1, id, rows.get(id)))
                        .toList());
        reads += creatorIds.size();
        Runnable action = meanwhile;
        meanwhile = () -> {};
        action.run();
        return found;
    }
}
