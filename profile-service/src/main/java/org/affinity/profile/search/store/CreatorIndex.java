package org.affinity.profile.search.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.SearchTerms;
import org.postgresql.PGStatement;

/**
 * Finds creators in {@code creator_search}. The planner's guess at several terms together can be wrong by orders of
 * magnitude, and then it walks a million rows along an index for a handful of matches; so the work is bounded here.
 * Most queries fill their page within the first rows of the order. The others are counted by the index of terms: few
 * matches are fetched whole and sorted; many are looked for further along the order, and sorted only when they lie at
 * its end.
 */
@ApplicationScoped
public class CreatorIndex {

    private static final int ALL = Integer.MAX_VALUE - 1;

    private final AgroalDataSource dataSource;
    private final Effort effort;

    @Inject
    CreatorIndex(AgroalDataSource dataSource) {
        this(dataSource, new Effort(2_000, 5_000, 20_000));
    }

    CreatorIndex(AgroalDataSource dataSource, Effort effort) {
        this.dataSource = dataSource;
        this.effort = effort;
    }

    /** The places of the next creators after {@code after}, or of the first ones. */
    public List<Position> page(CreatorQuery query, Optional<Position> after, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            Clause conditions = SearchConditions.of(query, SearchTerms.of(query, words(connection, query.text())));
            SearchOrder order = SearchOrder.of(query);
            Position place = after.orElse(null);
            return conditions.isEmpty()
                    ? everyone(connection, order, place, limit)
                    : matches(connection, order, conditions, place, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The search index could not be read", e);
        }
    }

    private static List<String> words(Connection connection, String text) throws SQLException {
        if (text == null) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement("select affinity_words(?)")) {
            statement.setString(1, text);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Array words = row.getArray(1);
                return Arrays.asList((String[]) words.getArray());
            }
        }
    }

    private List<Position> matches(
            Connection connection, SearchOrder order, Clause conditions, Position after, int limit)
            throws SQLException {
        List<Position> near = walk(connection, order, conditions, after, effort.near(), limit);
        if (near.size() == limit) {
            return near;
        }
        Optional<List<Position>> few = sorted(connection, order, conditions, after, effort.few(), limit);
        if (few.isPresent()) {
            return few.get();
        }
        List<Position> far = walk(connection, order, conditions, after, effort.far(), limit);
        return far.size() == limit
                ? far
                : sorted(connection, order, conditions, after, ALL, limit).orElseThrow();
    }

    /** The page out of all matches, when they are so many at most. */
    private static Optional<List<Position>> sorted(
            Connection connection, SearchOrder order, Clause conditions, Position after, int most, int limit)
            throws SQLException {
        var query = new Clause()
                .add("with hits as materialized (select s.creator_id, s."
                        + order.column().name() + " as value from creator_search s where ")
                .add(conditions)
                .add(order.anyAfter(after))
                .add(" limit ?)", most + 1)
                .add(
                        " select creator_id, value::text, (select count(*) from hits) from hits order by "
                                + order.ofHits() + " limit ?",
                        limit);
        try (PreparedStatement statement = prepared(query, connection);
                ResultSet row = statement.executeQuery()) {
            var page = new ArrayList<Position>();
            while (row.next()) {
                if (row.getInt(3) > most) {
                    return Optional.empty();
                }
                page.add(order.position(row));
            }
            return Optional.of(page);
        }
    }

    /** The matches among the next so many creators of the order; in an optional column, of one kind of value only. */
    private static List<Position> walk(
            Connection connection, SearchOrder order, Clause conditions, Position after, int steps, int limit)
            throws SQLException {
        return positions(connection, order, order.nextRows(after, steps), conditions, limit);
    }

    private static List<Position> everyone(Connection connection, SearchOrder order, Position after, int limit)
            throws SQLException {
        var anyone = new Clause().add("true");
        var page = new ArrayList<>(positions(connection, order, order.nextRows(after, limit), anyone, limit));
        boolean endsWithKnown = order.column().isOptional() && (after == null || after.value() != null);
        if (endsWithKnown && page.size() < limit) {
            int rest = limit - page.size();
            page.addAll(positions(connection, order, order.firstUnknown(rest), anyone, rest));
        }
        return page;
    }

    private static List<Position> positions(
            Connection connection, SearchOrder order, Clause rows, Clause conditions, int limit) throws SQLException {
        var query = new Clause()
                .add("select s.creator_id, s." + order.column().name() + "::text from (")
                .add(rows)
                .add(") s where ")
                .add(conditions)
                .add(" order by " + order.ofIndex() + " limit ?", limit);
        try (PreparedStatement statement = prepared(query, connection);
                ResultSet row = statement.executeQuery()) {
            var page = new ArrayList<Position>();
            while (row.next()) {
                page.add(order.position(row));
            }
            return page;
        }
    }

    /** Planned for its own values each time: one plan for all values would be a bad one for most of them. */
    private static PreparedStatement prepared(Clause query, Connection connection) throws SQLException {
        PreparedStatement statement = query.prepare(connection);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    /**
     * How much is done before the next way is tried.
     *
     * @param near rows of the order looked at first
     * @param few most matches that are fetched whole
     * @param far rows of the order looked at when there are more matches
     */
    record Effort(int near, int few, int far) {}
}
