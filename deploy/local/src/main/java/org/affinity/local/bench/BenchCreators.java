package org.affinity.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the tables of profile-service with made-up creators by SQL, past the service and its events: for measuring
 * only, in a database that is thrown away. The service's own function then indexes them, many at once.
 */
final class BenchCreators {

    private static final String RESOURCE = "/bench/creators.sql";
    private static final int CHUNK = 20_000;
    private static final String GENERATED = "select count(*) from creator where id::text like '0197%-0000-7000-8000-%'";
    private static final String INDEX = """
            select 1 from affinity_index_creators(array(
                select id from creator c where not exists (select from creator_search s where s.creator_id = c.id)))""";

    private static final String SECONDARY_INDEXES = """
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
            where i.indrelid in ('creator'::regclass, 'creator_search'::regclass) and not i.indisunique""";

    private BenchCreators() {}

    /** Adds creators until there are so many of these made-up ones. */
    static void load(ProfileStack stack, int creators) throws SQLException, IOException {
        try (Connection connection = stack.connect();
                Statement statement = connection.createStatement()) {
            long present = count(statement);
            if (present >= creators) {
                return;
            }
            statement.execute("alter table creator disable trigger creator_changed");
            Map<String, String> indexes = secondaryIndexes(statement);
            for (String index : indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            for (long first = present + 1; first <= creators; first += CHUNK) {
                long last = Math.min(creators, first + CHUNK - 1);
                try (PreparedStatement insert = connection.prepareStatement(script())) {
                    insert.setLong(1, first);
                    insert.setLong(2, last);
                    insert.executeUpdate();
                }
                statement.execute(INDEX);
                System.out.printf(Locale.ROOT, "\r%,d creators generated", last);
            }
            System.out.println();
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
            statement.execute("alter table creator enable trigger creator_changed");
            statement.execute("vacuum analyze creator, account, availability, creator_search, creator_change");
        }
    }

    /**
     * Definitions by name; an index that is there while rows come costs more than one that is made of them at the end.
     */
    private static Map<String, String> secondaryIndexes(Statement statement) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(SECONDARY_INDEXES)) {
            while (row.next()) {
                definitions.put(row.getString(1), row.getString(2));
            }
        }
        return definitions;
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(GENERATED)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = BenchCreators.class.getResourceAsStream(RESOURCE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
