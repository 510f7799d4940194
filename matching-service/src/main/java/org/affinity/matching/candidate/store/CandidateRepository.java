package org.affinity.matching.candidate.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * The table of candidates, and the order of its changes.
 *
 * <p>Change numbers are handed out under a lock that is held until commit. Without it a transaction with a lower number
 * could commit after one with a higher number, and a reader who asks for what is newer would never see it.
 */
@ApplicationScoped
public class CandidateRepository {

    private static final String STORE = """
            with turn as materialized (select pg_advisory_xact_lock(hashtext('candidate_change_number')))
            insert into candidate (creator_id, version, state, change_number)
            select told.creator_id, told.version, told.state, nextval('candidate_change_number')
            from turn, unnest(:creatorIds, :versions, cast(:states as json[])) as told (creator_id, version, state)
            where not affinity_is_erased(told.creator_id)
            on conflict (creator_id) do update
            set version = excluded.version, state = excluded.state, change_number = excluded.change_number
            where candidate.version < excluded.version
            returning creator_id, change_number, (select generation from candidate_generation limit 1)""";
    /** The row stays, empty and newer than any state, so that every index sees the change. */
    private static final String ERASE = """
            with turn as materialized (select pg_advisory_xact_lock(hashtext('candidate_change_number')))
            update candidate
            set state = null, version = 9223372036854775807, change_number = nextval('candidate_change_number')
            from turn where creator_id = :creatorId and state is not null""";

    /** One row at least, with the generation; of which the planner has to be told that there is one. */
    private static final String OF_GENERATION = """
            select generation, change_number, creator_id, state
            from (select generation from candidate_generation limit 1) present
            """;

    private static final String CHANGES = OF_GENERATION + """
            left join (select change_number, creator_id, cast(state as text) as state from candidate
                       where change_number > :after order by change_number limit :limit) changed on true
            order by change_number""";

    private static final String OF_CREATORS = OF_GENERATION + """
            left join (select change_number, creator_id, cast(state as text) as state from candidate
                       where creator_id = any(:creatorIds) and state is not null) known on true""";
    private static final String PAGE = """
            select change_number, creator_id, cast(state as text) from candidate
            where creator_id > :after and state is not null order by creator_id""";

    /** Rows that other threads help to read and write. */
    private static final int WORTH_MORE_THREADS = 100;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final ObjectReader reader;

    CandidateRepository(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
        // Rows written by a newer replica may have fields that this one does not know.
        this.reader = json.readerFor(Candidate.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Keeps states of creators, each unless the one at hand is as new or the creator was erased; those that were kept,
     * in the order of their changes.
     */
    public Changes store(Collection<Candidate> told) {
        Map<UUID, Candidate> byId = told.stream().collect(Collectors.toMap(Candidate::creatorId, Function.identity()));
        List<?> kept = entities.createNativeQuery(STORE, Object[].class)
                .setParameter(
                        "creatorIds", told.stream().map(Candidate::creatorId).toArray(UUID[]::new))
                .setParameter("versions", told.stream().map(Candidate::version).toArray(Long[]::new))
                .setParameter("states", sharedIfMany(told).map(this::write).toArray(String[]::new))
                .getResultList();
        if (kept.isEmpty()) {
            return Changes.NONE;
        }
        return new Changes(
                (Long) ((Object[]) kept.getFirst())[2],
                kept.stream()
                        .map(Object[].class::cast)
                        .map(row -> new CandidateChange((Long) row[1], (UUID) row[0], byId.get((UUID) row[0])))
                        .sorted(Comparator.comparingLong(CandidateChange::changeNumber))
                        .toList());
    }

    /** Empties the row of a creator; says whether there was anything in it. */
    public boolean erase(UUID creatorId) {
        return entities.createNativeQuery(ERASE)
                        .setParameter("creatorId", creatorId)
                        .executeUpdate()
                == 1;
    }

    /** Deletes every candidate and starts a new generation. */
    public void clear() {
        entities.createNativeQuery("delete from candidate").executeUpdate();
        entities.createNativeQuery("update candidate_generation set generation = generation + 1")
                .executeUpdate();
    }

    /** The number of the last change; 0 when there was none in this generation. */
    public long lastChangeNumber() {
        return (Long) entities.createNativeQuery("select coalesce(max(change_number), 0) from candidate", Long.class)
                .getSingleResult();
    }

    /** The candidates of some creators, each with its last change; in no order, without those nobody knows. */
    public Changes find(Collection<UUID> creatorIds) {
        return changesOfGeneration(entities.createNativeQuery(OF_CREATORS, Object[].class)
                .setParameter("creatorIds", creatorIds.toArray(UUID[]::new))
                .getResultList());
    }

    /** Candidates by id, those after one of them. */
    public List<CandidateChange> page(UUID after, int limit) {
        List<?> rows = entities.createNativeQuery(PAGE, Object[].class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        return changes(rows, 0);
    }

    /**
     * Candidates, and the generation of the table in which they are so.
     *
     * @param generation a greater number each time the table is cleared, and another one in each database
     */
    public record Changes(long generation, List<CandidateChange> changes) {

        /** None, of no generation. */
        public static final Changes NONE = new Changes(0, List.of());
    }

    /** Candidates that changed after a change number, in the order of their changes. */
    public Changes changesAfter(long changeNumber, int limit) {
        return changesOfGeneration(entities.createNativeQuery(CHANGES, Object[].class)
                .setParameter("after", changeNumber)
                .setParameter("limit", limit)
                .getResultList());
    }

    private Changes changesOfGeneration(List<?> rows) {
        long generation = (Long) ((Object[]) rows.getFirst())[0];
        boolean isNone = ((Object[]) rows.getFirst())[1] == null;
        return new Changes(generation, isNone ? List.of() : changes(rows, 1));
    }

    private List<CandidateChange> changes(List<?> rows, int firstColumn) {
        return sharedIfMany(rows)
                .map(Object[].class::cast)
                .map(row -> change(row, firstColumn))
                .toList();
    }

    /** A few are done faster than other threads come to it. */
    private static <T> Stream<T> sharedIfMany(Collection<T> all) {
        return all.size() < WORTH_MORE_THREADS ? all.stream() : all.parallelStream();
    }

    private CandidateChange change(Object[] row, int firstColumn) {
        String state = (String) row[firstColumn + 2];
        return new CandidateChange(
                (Long) row[firstColumn], (UUID) row[firstColumn + 1], state == null ? null : read(state));
    }

    private String write(Candidate candidate) {
        try {
            return json.writeValueAsString(candidate);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A candidate could not be written", e);
        }
    }

    private Candidate read(String state) {
        try {
            return reader.readValue(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A candidate could not be read", e);
        }
    }
}
