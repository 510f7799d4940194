package org.affinity.profile.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.PersonalData;
import org.affinity.kit.privacy.SubjectRows;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.willingness.store.ContactRepository;

/**
 * What this service holds about creators: every table with a column {@code creator_id}, found in the database's own
 * catalogue so that a new one cannot be forgotten, and the records of imports that name the person.
 */
@ApplicationScoped
class ProfilePersonalData implements PersonalData {

    /** The request itself stays, as proof, and that the creator is gone, for partners; neither names anybody. */
    private static final String TABLES = """
            select c.table_name
              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'creator_id'
               and c.table_name not in ('erasure_request', 'creator_change', 'creator_import_row')
             order by c.table_name""";

    private static final String NAMES = """
            select handle from account where creator_id = ?
            union select display_name from creator where id = ?""";

    /** Records that led to the creator, repeat such a record, or name the person in a cell that was refused. */
    private static final String IMPORT_ROWS = """
            delete from creator_import_row r
             where r.creator_id = ?
                or exists (select 1 from creator_import_row f
                            where f.import_id = r.import_id and f.row_number = r.duplicate_of and f.creator_id = ?)
                or (r.creator_id is null and exists (
                        select 1 from unnest(?::text[]) name
                         where length(name) > 2 and position(lower(name) in lower(concat_ws(' ', r.cell, r.cells, r.details))) > 0))""";

    /** Who asked for the erasure of a creator that was linked to another one. */
    private static final String BY_LINK = "OPERATOR";

    private final SubjectRows rows;
    private final OptOutList optOuts;
    private final ErasureRequests requests;
    private final ContactRepository contacts;
    private final Outbox outbox;
    private final ObjectMapper json;

    ProfilePersonalData(
            SubjectRows rows,
            OptOutList optOuts,
            ErasureRequests requests,
            ContactRepository contacts,
            Outbox outbox,
            ObjectMapper json) {
        this.rows = rows;
        this.optOuts = optOuts;
        this.requests = requests;
        this.contacts = contacts;
        this.json = json;
        this.outbox = outbox;
    }

    @Override
    public List<Erased> erase(UUID creatorId) {
        // Locked as every change of the creator locks it, so that none comes in between.
        List<String> versions = rows.texts("select version::text from creator where id = ? for update", creatorId);
        accountsOf(creatorId).forEach(optOuts::add);
        partnerRecordsOf(creatorId).forEach(record -> optOuts.add(record.organisationId(), record.externalId()));
        requests.keepRecipients(creatorId);
        requests.requestToo(linkedTo(creatorId), BY_LINK);
        retractExports(creatorId);
        List<Erased> gone = new ArrayList<>();
        String[] names = rows.texts(NAMES, creatorId, creatorId).toArray(String[]::new);
        gone.add(rows.delete("creator_import_row", IMPORT_ROWS, creatorId, creatorId, names));
        List<String> tables = rows.texts(TABLES);
        for (String table : tables) {
            long before = count(table, creatorId);
            rows.change("delete from \"" + table + "\" where creator_id = ?", creatorId);
            gone.add(new Erased(table, Action.DELETED, before));
        }
        gone.add(rows.delete("creator", "delete from creator where id = ?", creatorId));
        // Some tables let nobody delete from them and follow the creator only: now all must be empty.
        tables.stream().filter(table -> count(table, creatorId) > 0).findFirst().ifPresent(table -> {
            throw new IllegalStateException("Rows of an erased creator are left in " + table);
        });
        versions.forEach(version -> outbox.retract("profile.creator", creatorId, Long.parseLong(version) + 1));
        return gone;
    }

    /** Creators who turned out to be this one and handed their accounts over: the same person. */
    private List<UUID> linkedTo(UUID creatorId) {
        return rows.texts("select id::text from creator where linked_to = ?", creatorId).stream()
                .map(UUID::fromString)
                .toList();
    }

    private void retractExports(UUID creatorId) {
        rows.texts("select id::text from data_export where creator_id = ? and state = 'PENDING'", creatorId)
                .forEach(export -> outbox.retract("profile.data-export", UUID.fromString(export), 2));
    }

    private List<AccountKey> accountsOf(UUID creatorId) {
        return rows
                .json("select jsonb_build_array(platform, handle_key) from account where creator_id = ?", creatorId)
                .stream()
                .map(account -> new AccountKey(
                        new Platform(account.get(0).asText()), account.get(1).asText()))
                .toList();
    }

    private List<PartnerRecord> partnerRecordsOf(UUID creatorId) {
        return rows
                .json(
                        "select jsonb_build_array(organisation_id, external_id) from partner_creator where creator_id = ?",
                        creatorId)
                .stream()
                .map(record -> new PartnerRecord(
                        UUID.fromString(record.get(0).asText()), record.get(1).asText()))
                .toList();
    }

    /** The id under which a partner keeps a creator. */
    private record PartnerRecord(UUID organisationId, String externalId) {}

    private long count(String table, UUID creatorId) {
        return rows.count("select count(*) from \"" + table + "\" where creator_id = ?", creatorId);
    }

    @Override
    public Map<String, List<JsonNode>> extract(UUID creatorId) {
        Map<String, List<JsonNode>> files = new LinkedHashMap<>();
        files.put("creator", rows.json("select to_jsonb(c) from creator c where c.id = ?", creatorId));
        List<String> tables = new ArrayList<>(rows.texts(TABLES));
        tables.add("creator_import_row");
        for (String table : tables) {
            files.put(
                    table.replace('_', '-'),
                    rows.json("select to_jsonb(t) from \"" + table + "\" t where t.creator_id = ?", creatorId));
        }
        // Kept sealed: the person gets what it says.
        files.put(
                "contact-channel",
                contacts.of(creatorId).map(json::<JsonNode>valueToTree).stream().toList());
        return files;
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "The request and its receipts, with the id alone",
                        "GDPR article 5(2) and 17(3)(b): proof that the request was honoured"),
                new Kept(
                        "Which organisations had received the data, and when they were told of the erasure",
                        "GDPR article 19 with article 5(2): proof that recipients were told"),
                new Kept(
                        "In the feed of changes for partners: the id, that it was erased, and when",
                        "GDPR article 19: whoever received the data is told"),
                new Kept(
                        "Keyed digests (HMAC-SHA-256) of the accounts and of partners' ids, so that no list brings the"
                                + " person back",
                        "GDPR article 17(3)(b) and 21(3): the objection can be kept only by recognising it; data"
                                + " minimised to a digest that nobody reads without the key"),
                new Kept(
                        "A list that is still being imported may name the person until its import ends, when the file is"
                                + " deleted; its record is refused",
                        "GDPR article 12(3): erased without undue delay, within the hours an import takes"));
    }
}
