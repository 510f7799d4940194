package org.affinity.profile.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.kit.privacy.SubjectRows;
import org.affinity.profile.creator.CreatorService;

/** Which organisations got a creator's data: counted by organisation, day and way, not each time on its own. */
@ApplicationScoped
public class Disclosures {

    /** How an organisation got the data. */
    public enum Kind {
        /** Read through the API. */
        API_READ,
        /** Proposed for a campaign, with handle, score and price. */
        PROPOSAL,
        /** Invited to a campaign. */
        INVITATION
    }

    /** Times on one day. */
    public record Disclosure(UUID creatorId, UUID organisationId, LocalDate day, Kind kind, long times) {}

    private static final String COUNT = """
            insert into disclosure as known (creator_id, organisation_id, day, kind, times)
            select creator_id, organisation_id, day, kind, sum(times)
              from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::bigint[])
                   heard (creator_id, organisation_id, day, kind, times)
             where not affinity_is_erased(creator_id)
             group by creator_id, organisation_id, day, kind
             order by creator_id, day, organisation_id, kind
            on conflict (creator_id, day, organisation_id, kind) do update set times = known.times + excluded.times""";

    private static final String PAGE = """
            select concat_ws('|', organisation_id, day, kind, times)
              from disclosure
             where creator_id = ? and (day < ? or (day = ? and (organisation_id, kind) > (?, ?)))
             order by day desc, organisation_id, kind
             limit ?""";

    private final SubjectRows rows;
    private final ErasedSubjects erased;
    private final CreatorService creators;
    private final Clock clock;

    Disclosures(SubjectRows rows, ErasedSubjects erased, CreatorService creators, Clock clock) {
        this.rows = rows;
        this.erased = erased;
        this.creators = creators;
        this.clock = clock;
    }

    /** Adds counts, many with one statement. */
    @Transactional
    public void count(Collection<Disclosure> heard) {
        erased.hold(heard.stream().map(Disclosure::creatorId).toList());
        rows.change(
                COUNT,
                heard.stream().map(one -> one.creatorId().toString()).toArray(String[]::new),
                heard.stream().map(one -> one.organisationId().toString()).toArray(String[]::new),
                heard.stream().map(one -> one.day().toString()).toArray(String[]::new),
                heard.stream().map(one -> one.kind().name()).toArray(String[]::new),
                heard.stream().mapToLong(Disclosure::times).toArray());
    }

    /** Today, by which counts are kept. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Who got the data of a creator whom the caller may see, the latest day first, after {@code last}. */
    @Transactional
    public List<Disclosure> list(UUID creatorId, Disclosure last, int limit) {
        creators.find(creatorId);
        LocalDate day = last == null ? LocalDate.of(9999, 1, 1) : last.day();
        return rows
                .texts(
                        PAGE,
                        creatorId,
                        Date.valueOf(day),
                        Date.valueOf(day),
                        last == null ? new UUID(0, 0) : last.organisationId(),
                        last == null ? "" : last.kind().name(),
                        limit)
                .stream()
                .map(text -> disclosure(creatorId, text))
                .toList();
    }

    /** A place in the list, as text. */
    public static String key(Disclosure disclosure) {
        return disclosure.organisationId() + "|" + disclosure.day() + "|" + disclosure.kind() + "|0";
    }

    /** The place that {@link #key} wrote. */
    public static Disclosure disclosure(UUID creatorId, String text) {
        String[] parts = text.split("\\|", -1);
        return new Disclosure(
                creatorId,
                UUID.fromString(parts[0]),
                LocalDate.parse(parts[1]),
                Kind.valueOf(parts[2]),
                Long.parseLong(parts[3]));
    }
}
