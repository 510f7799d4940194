package org.affinity.kit.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The ids of the people whose data was erased. Statements that store what comes by events ask the same through the
 * database function {@code affinity_is_erased(uuid)}.
 */
@ApplicationScoped
public class ErasedSubjects {

    /** People share few locks, so that a large batch holds no more of them. */
    private static final String HOLD = """
            select pg_advisory_xact_lock_shared(hashtext('erased subject'), part)::text
              from (select distinct hashtext(subject) & 63 as part from unnest(?::text[]) subject order by 1) parts""";

    private static final String HOLD_ALONE =
            "select pg_advisory_xact_lock(hashtext('erased subject'), hashtext(?) & 63)::text";

    private final SubjectRows rows;
    private final Clock clock;

    ErasedSubjects(SubjectRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Waits for erasures of these people that are under way, and keeps others back until the transaction ends: whoever
     * asks whether they were erased and then stores something of them holds them first.
     */
    public void hold(Collection<UUID> subjectIds) {
        rows.texts(HOLD, (Object) subjectIds.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** Whether a person's data was erased: nothing about them is stored any more. */
    public boolean contains(UUID subjectId) {
        return rows.count("select count(*) from erased_subject where subject_id = ?", subjectId) > 0;
    }

    /** Those among some people whose data was erased. */
    public Set<UUID> among(Collection<UUID> subjectIds) {
        return subjectIds.isEmpty()
                ? Set.of()
                : rows
                        .texts(
                                "select subject_id::text from erased_subject where subject_id = any (?::uuid[])",
                                (Object) subjectIds.stream().map(UUID::toString).toArray(String[]::new))
                        .stream()
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }

    /** Adds a person once nobody holds them; false when they were erased before. */
    boolean add(UUID subjectId, UUID erasureId) {
        rows.texts(HOLD_ALONE, subjectId.toString());
        return rows.change(
                        "insert into erased_subject (subject_id, erasure_id, erased_at) values (?, ?, ?)"
                                + " on conflict do nothing",
                        subjectId,
                        erasureId,
                        OffsetDateTime.now(clock))
                == 1;
    }
}
