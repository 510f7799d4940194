package org.affinity.profile.consent;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.affinity.local.TestStackClient;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Creators who were there before consents were kept get a basis and, when a list told of them, a notice task. */
class EarlierCreatorsComponentTest {

    private static final String CREATOR = """
            insert into creator (id, version, display_name, status, languages, topics, completed_collaborations,
                                 self_described, created_at, updated_at)
            values (gen_random_uuid(), 1, 'Somebody', 'ACTIVE', '{}', '{}', 0, %s, '2026-01-31T23:30:00Z', now())""";

    @Test
    void shouldGiveEarlierCreatorsABasisAndNotices() throws SQLException {
        // Given
        Path root = Path.of(System.getProperty("affinity.root", ".."));
        TestStackClient.Database database = TestStackClient.obtain(root, root.resolve("deploy/local/target"))
                .createDatabase("profile_service_earlier");
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
