package org.affinity.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.affinity.kit.privacy.PersonalData.Action;
import org.affinity.kit.privacy.PersonalData.Erased;

/** Rows about a person, read and changed by plain SQL: whole sets, whatever entity they belong to. */
@ApplicationScoped
public class SubjectRows {

    private final AgroalDataSource dataSource;
    /** Apart from the API's mapper, whose limits are those of requests. */
    private final ObjectMapper json = JsonMapper.builder().build();

    SubjectRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The first column of each row: JSON as PostgreSQL makes it, such as {@code to_jsonb(t)}. */
    public List<JsonNode> json(String query, Object... parameters) {
        List<JsonNode> rows = new ArrayList<>();
        for (String text : texts(query, parameters)) {
            try {
                rows.add(json.readTree(text));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A row is not JSON", e);
            }
        }
        return rows;
    }

    /** The first column of each row, as text. */
    public List<String> texts(String query, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, parameters);
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("Rows about a person could not be read", e);
        }
    }

    /** How many rows a query with one number finds. */
    public long count(String query, Object... parameters) {
        return Long.parseLong(texts(query, parameters).getFirst());
    }

    /** Deletes rows of a table. */
    public Erased delete(String table, String statement, Object... parameters) {
        return new Erased(table, Action.DELETED, change(statement, parameters));
    }

    /** Anonymises rows of a table. */
    public Erased anonymise(String table, String statement, Object... parameters) {
        return new Erased(table, Action.ANONYMISED, change(statement, parameters));
    }

    /** Runs a statement; the number of rows it changed. */
    public long change(String statement, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement change = connection.prepareStatement(statement)) {
            bind(change, parameters);
            return change.executeLargeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Rows about a person could not be changed", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
