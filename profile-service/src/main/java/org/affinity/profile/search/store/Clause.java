package org.affinity.profile.search.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A piece of SQL with the values of its question marks. */
final class Clause {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Clause add(String text, Object... parameters) {
        sql.append(text);
        values.addAll(List.of(parameters));
        return this;
    }

    Clause add(Clause other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    boolean isEmpty() {
        return sql.isEmpty();
    }

    /** Joined to what stands before it by {@code and}. */
    Clause and(String condition, Object... parameters) {
        return add(isEmpty() ? "" : " and ").add(condition, parameters);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Collection<?> texts -> {
                    Object[] elements = texts.stream().map(Object::toString).toArray();
                    statement.setArray(i + 1, connection.createArrayOf("text", elements));
                }
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
