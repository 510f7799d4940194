package org.affinity.matching.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.RowMemory;

/**
 * All that is known of single creators: from memory when they were asked for of late, else from the table, in one query
 * for all that are missing. What is remembered follows the changes that the index takes over.
 */
@ApplicationScoped
public class Creators implements RowMemory {

    private final CandidateRepository table;
    private final Cache<UUID, Known> known;
    /** Who reads a creator from the table at this moment; gone as soon as that may be out of date. */
    private final ConcurrentMap<UUID, Object> reading = new ConcurrentHashMap<>();
    /** Generation of the table that the index follows. */
    private volatile long generation;
    /** The newest generation that was met when creators were read; the index takes it over a moment later. */
    private volatile long generationRead;

    Creators(CandidateRepository table, CacheConfiguration configuration) {
        this.table = table;
        this.known = Caffeine.newBuilder()
                .maximumSize(configuration.creators())
                .executor(Runnable::run)
                .build();
    }

    /** A creator; the rows are there once somebody has asked for them. */
    private static final class Known {

        private final Candidate candidate;
        private volatile List<Row> rows;

        Known(Candidate candidate, List<Row> rows) {
            this.candidate = candidate;
            this.rows = rows;
        }
    }

    /** A creator, if there is such a one. */
    public Optional<Candidate> find(UUID creatorId) {
        return Optional.ofNullable(find(Set.of(creatorId)).get(creatorId));
    }

    /** Those of some creators that there are, by id. */
    public Map<UUID, Candidate> find(Collection<UUID> creatorIds) {
        Map<UUID, Candidate> found = HashMap.newHashMap(creatorIds.size());
        List<UUID> missing = new ArrayList<>();
        for (UUID creatorId : creatorIds) {
            Known remembered = known.getIfPresent(creatorId);
            if (remembered == null) {
                missing.add(creatorId);
            } else {
                found.put(creatorId, remembered.candidate);
            }
        }
        if (!missing.isEmpty()) {
            read(missing).forEach(candidate -> found.put(candidate.creatorId(), candidate));
        }
        return found;
    }

    private List<Candidate> read(List<UUID> missing) {
        Object reader = new Object();
        missing.forEach(creatorId -> reading.put(creatorId, reader));
        try {
            CandidateRepository.Changes found =
                    QuarkusTransaction.joiningExisting().call(() -> table.find(missing));
            if (found.generation() > generationRead) {
                generationRead = found.generation();
            }
            List<Candidate> read =
                    found.changes().stream().map(CandidateChange::candidate).toList();
            read.forEach(candidate -> remember(candidate, reader));
            return read;
        } finally {
            missing.forEach(creatorId -> reading.remove(creatorId, reader));
        }
    }

    /** Unless a change was taken over meanwhile: the table may have been read before it. */
    private void remember(Candidate candidate, Object reader) {
        reading.computeIfPresent(candidate.creatorId(), (creatorId, last) -> {
            if (last.equals(reader)) {
                known.put(creatorId, new Known(candidate, null));
            }
            return last;
        });
    }

    /** The generation of the table that the index has. */
    long generation() {
        return generation;
    }

    /** Forgets everybody; from now on the index has what the table says in that generation. */
    void startAt(long started) {
        // First: whoever is read from now on may be of a newer one already.
        generationRead = started;
        reading.clear();
        known.invalidateAll();
        generation = started;
    }

    /**
     * Whether the index is still at a generation, and nobody was read of a newer one: a rebuild may give a creator
     * another state at the same version.
     */
    boolean isAt(long expected) {
        return generation == expected && generationRead == expected;
    }

    /** Takes over the state of a creator, if the former one is remembered. */
    void changed(Candidate candidate, List<Row> rows) {
        reading.remove(candidate.creatorId());
        known.asMap().computeIfPresent(candidate.creatorId(), (creatorId, former) -> new Known(candidate, rows));
    }

    /** Forgets a creator. */
    void forget(UUID creatorId) {
        reading.remove(creatorId);
        known.invalidate(creatorId);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // To compare all of two creators costs more than to encode one.
    public List<Row> rows(Candidate candidate, Function<Candidate, List<Row>> encode) {
        Known remembered = known.policy().getIfPresentQuietly(candidate.creatorId());
        if (remembered == null || remembered.candidate != candidate) {
            return encode.apply(candidate);
        }
        if (remembered.rows == null) {
            remembered.rows = encode.apply(candidate);
        }
        return remembered.rows;
    }
}
