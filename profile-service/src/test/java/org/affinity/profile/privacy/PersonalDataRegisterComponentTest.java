package org.affinity.profile.privacy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.affinity.kit.test.AffinityTestStack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No table is forgotten: each has a creator, or goes with one, or is known to hold nothing about a person. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class PersonalDataRegisterComponentTest {

    /**
     * Tables that hold nothing about a person, or that an erasure treats by name. Whoever adds one has looked at it.
     */
    private static final Set<String> LOOKED_AT = Set.of(
            "creator",
            "creator_import",
            "creator_import_chunk",
            "creator_import_account",
            "creator_import_variant",
            "engagement_benchmark",
            "engagement_fit",
            "platform",
            "platform_told",
            "opt_out",
            "opt_out_release",
            "erasure_recipient",
            "extract_parts",
            "erasure_receipt",
            "erased_subject",
            "outbox",
            "inbox",
            "dead_letter",
            "idempotency",
            "read_model_rebuild",
            "read_model_position",
            "flyway_schema_history");

    /** Tables without a creator that no cascade of a creator reaches. */
    private static final String UNREACHED = """
            with recursive reached (table_oid) as (
                select attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where a.attname = 'creator_id' and c.relkind in ('r', 'p')
                   and c.relnamespace = current_schema()::regnamespace
                union
                select con.conrelid from pg_constraint con join reached r on con.confrelid = r.table_oid
                 where con.contype = 'f' and con.confdeltype = 'c')
            select c.relname from pg_class c
             where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
               and c.oid not in (select table_oid from reached)""";

    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldHaveLookedAtEveryTable() throws SQLException {
        Set<String> unreached = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet table = connection.createStatement().executeQuery(UNREACHED)) {
            while (table.next()) {
                unreached.add(table.getString(1));
            }
        }
        unreached.removeAll(LOOKED_AT);
        assertThat(unreached)
                .as("give it a creator_id, a cascade to a table that has one, or look at it and add it to the list")
                .isEmpty();
    }
}
