package org.affinity.profile.consent;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.affinity.local.TestStackClient;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Creators who were there before consents were kept get a basis and, when a list told of them, a notice task. */
class EarlierCreatorsComponentTest {

    private static final String CREATOR = """
            insert into creator (id, version, display_name, status, languages, topics, completed_collaborations,
                                 self_described, created_at, updated_at)
            values (gen_random_uuid(), 1, 'Somebody', 'ACTIVE', '{}', '{}', 0, %s, '2026-01-31T23:30:00Z', now())""";

    @Test
    void shouldGiveEarlierCreatorsABasisAndNotices() throws SQLException {
        // Given
        TestStackClient.Database database = database("profile_service_earlier");
        migrate(database, "3");
        run(database, CREATOR.formatted("true"), CREATOR.formatted("false"));

        // When
        migrate(database, "4");

        // Then
        assertThat(rows(database, "select origin || ' ' || lawful_basis from consent order by 1"))
                .containsExactly("CREATOR CONTRACT", "IMPORT_LIST LEGITIMATE_INTERESTS");
        assertThat(rows(database, "select state || ' ' || due_on from notice_task"))
                .containsExactly("OPEN 2026-02-28");
        assertThat(rows(database, "select matching_answers from creator")).containsExactly("{}", "{}");
    }

    @Test
    void shouldTellChannelsOfCreatorsWhoChangedConsentsBeforeEventsToldThem() throws SQLException {
        // Given
        TestStackClient.Database database = database("profile_service_channels");
        migrate(database, "15");
        run(
                database,
                creator(1),
                creator(2),
                creator(3),
                creator(4),
                creator(5),
                consent(1, null, "CONTACT", false),
                consent(2, null, "CONTACT", false),
                consent(2, "PHONE", "CONTACT", false),
                consent(2, "EMAIL", "CONTACT", true),
                consent(2, "POST", "CONTACT", true),
                consent(3, null, "CONTACT", true),
                consent(4, null, "MATCHING", false),
                consent(4, "EMAIL", "CONTACT", true),
                consent(4, "EMAIL", "CONTACT", false),
                consent(5, null, "CONTACT", false),
                consent(5, "EMAIL", "CONTACT", true),
                "update creator set contact_channels = array['EMAIL'] where display_name = '5'");

        // When
        migrate(database, "16");

        // Then
        assertThat(rows(
                        database,
                        "select display_name || ' ' || coalesce(contact_channels::text, 'unknown') from creator"
                                + " order by display_name"))
                .containsExactly("1 unknown", "2 {PHONE,PLATFORM_MESSAGE}", "3 {}", "4 {EMAIL}", "5 {EMAIL}");
    }

    @Test
    void shouldTellWhoToldTheFiguresOfAccountsObservedBeforeThatWasKept() throws SQLException {
        // Given
        TestStackClient.Database database = database("profile_service_origins");
        migrate(database, "21");
        run(
                database,
                creator(1),
                account("once", "NETWORK", 4, 1000, "0.05"),
                snapshot("once", "NETWORK", 4, 1000, "0.05"),
                account("declared", "NETWORK", 4, 1000, "0.05"),
                snapshot("declared", "ESTIMATED", 6, 1200, "0.09"),
                snapshot("declared", "DECLARED", 1, 800, "0.06"),
                snapshot("declared", "DECLARED", 2, 900, "0.05"),
                snapshot("declared", "NETWORK", 4, 1000, null),
                account("ended", "DECLARED", 4, 1000, null),
                snapshot("ended", "DECLARED", 2, 900, "0.05"),
                snapshot("ended", "DECLARED", 4, 1000, null));

        // When
        migrate(database, "23");

        // Then
        assertThat(rows(
                        database,
                        "select concat_ws(' ', handle, o.key, o.value ->> 'source',"
                                + " (o.value ->> 'observedAt')::timestamptz = '2026-01-02T00:00:00Z')"
                                + " from account left join lateral jsonb_each(origins) o on true order by handle"))
                .containsExactly("declared engagementRate DECLARED t", "ended", "once");
    }

    @Test
    void shouldLeaveAnAccountAloneThatWasObservedAnewMeanwhile() throws Exception {
        // Given
        TestStackClient.Database database = database("profile_service_origins_anew");
        migrate(database, "22");
        run(
                database,
                creator(1),
                account("anew", "NETWORK", 4, 1000, "0.05"),
                snapshot("anew", "DECLARED", 2, 900, "0.05"),
                snapshot("anew", "NETWORK", 4, 1000, null));

        // When
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update account set observed_at = '2026-01-05T00:00:00Z'");
            CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> migrate(database, "23"));
            await().until(() -> !rows(
                            database,
                            "select query from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and datname = current_database()")
                    .isEmpty());
            connection.commit();
            migration.get(1, TimeUnit.MINUTES);
        }

        // Then
        assertThat(rows(database, "select coalesce(origins::text, 'none') from account"))
                .containsExactly("none");
    }

    /** An account of the one creator, as last observed on a day of January. */
    private static String account(String handle, String source, int day, int followers, String rate) {
        return """
                insert into account (id, creator_id, position, platform, handle, handle_key, followers,
                                     engagement_rate, observed_at, source)
                select gen_random_uuid(), id, 0, 'INSTAGRAM', '%1$s', '%1$s', %4$d, %5$s, '2026-01-0%3$dT00:00:00Z',
                       '%2$s'
                from creator""".formatted(handle, source, day, followers, rate);
    }

    private static String snapshot(String handle, String source, int day, int followers, String rate) {
        return """
                insert into metric_snapshot (id, account_id, creator_id, followers, engagement_rate, observed_at, source)
                select gen_random_uuid(), id, creator_id, %d, %s, '2026-01-0%dT00:00:00Z', '%s'
                from account where handle = '%s'""".formatted(followers, rate, day, source, handle);
    }

    private static String creator(int number) {
        return CREATOR.formatted("true").replace("'Somebody'", "'" + number + "'");
    }

    private static String consent(int creator, String channel, String purpose, boolean isWithdrawn) {
        return """
                insert into consent (id, creator_id, origin, source_name, channel, lawful_basis, purposes, given_at,
                                     withdrawn_at, recorded_at)
                select gen_random_uuid(), id, 'CREATOR', 'form', %s, 'CONSENT', array['%s'], now(), %s, now()
                from creator where display_name = '%d'""".formatted(
                channel == null ? "null" : "'" + channel + "'", purpose, isWithdrawn ? "now()" : "null", creator);
    }

    private static TestStackClient.Database database(String name) {
        Path root = Path.of(System.getProperty("affinity.root", ".."));
        return TestStackClient.obtain(root, root.resolve("deploy/local/target")).createDatabase(name);
    }

    private static void migrate(TestStackClient.Database database, String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/kit", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void run(TestStackClient.Database database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.executeUpdate(text);
            }
        }
    }

    private static List<String> rows(TestStackClient.Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private static Connection connect(TestStackClient.Database database) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('affinity.scope', 'system', false)");
        }
        return connection;
    }
}
