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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.SearchTerms;
import org.affinity.profile.search.domain.TermGroup;
import org.affinity.profile.search.store.TermStatistics.Shares;
import org.postgresql.PGStatement;

/**
 * Finds creators in {@code creator_search}, in one of two ways: along the index of the order until the page is full, or
 * by the index of terms, all matches at once. Which is the cheaper one is guessed by how common the terms are. Terms
 * that go together, or with the order, make the guess wrong by orders of magnitude, so each way ends after some work
 * and the other one is tried; only when both were too much the matches are fetched whatever their number.
 */
@ApplicationScoped
public class CreatorIndex {

    private static final int ALL = Integer.MAX_VALUE - 1;
    /** Otherwise the planner may trust its guess and read the whole table for a handful of matches, or sort it. */
    private static final String BY_TERMS = allowed("off", "seqscan", "indexscan", "indexonlyscan");

    private static final String STRAIGHT_ON = allowed("off", "seqscan", "bitmapscan", "sort");
    private static final String ANY_WAY = allowed("on", "seqscan", "indexscan", "indexonlyscan", "bitmapscan", "sort");

    private final AgroalDataSource dataSource;
    private final TermStatistics statistics;
    private final Effort effort;

    @Inject
    CreatorIndex(AgroalDataSource dataSource, TermStatistics statistics) {
        this(dataSource, statistics, new Effort(20_000, 10_000, 200_000, Optional.empty()));
    }

    CreatorIndex(AgroalDataSource dataSource, TermStatistics statistics, Effort effort) {
        this.dataSource = dataSource;
        this.statistics = statistics;
        this.effort = effort;
    }

    /** The places of the next creators after {@code after}, or of the first ones. */
    public List<Position> page(CreatorQuery query, Optional<Position> after, int limit) {
        Shares shares = statistics.shares();
        try (Connection connection = dataSource.getConnection()) {
            List<TermGroup> groups = SearchTerms.of(query, words(connection, query.text()));
            Clause conditions = SearchConditions.of(query, groups);
            SearchOrder order = SearchOrder.of(query);
            Position place = after.orElse(null);
            return conditions.isEmpty()
                    ? everyone(connection, order, place, limit)
                    : new Hunt(connection, query, order, groups, shares, conditions, place, limit).page();
        } catch (SQLException e) {
            throw new IllegalStateException("The search index could not be read", e);
        }
    }

    private static String allowed(String value, String... ways) {
        return Stream.of(ways)
                .map(way -> "set_config('enable_" + way + "', '" + value + "', true)")
                .collect(Collectors.joining(
                        ", ", "select set_config('max_parallel_workers_per_gather', '0', true), ", ";"));
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

    private static List<Position> everyone(Connection connection, SearchOrder order, Position after, int limit)
            throws SQLException {
        var page = new ArrayList<>(positions(connection, order, order.nextRows(after, limit)));
        boolean endsWithKnown = order.column().isOptional() && (after == null || after.value() != null);
        if (endsWithKnown && page.size() < limit) {
            page.addAll(positions(connection, order, order.firstUnknown(limit - page.size())));
        }
        return page;
    }

    private static List<Position> positions(Connection connection, SearchOrder order, Clause rows) throws SQLException {
        var query = new Clause()
                .add(STRAIGHT_ON)
                .add("select w.creator_id, w." + order.column().name() + "::text from (")
                .add(rows)
                .add(") w order by " + order.of("w") + ";")
                .add(ANY_WAY);
        return read(connection, order, query);
    }

    private static List<Position> read(Connection connection, SearchOrder order, Clause query) throws SQLException {
        try (PreparedStatement statement = prepared(query, connection);
                ResultSet row = second(statement)) {
            var page = new ArrayList<Position>();
            while (row.next()) {
                page.add(order.position(row));
            }
            return page;
        }
    }

    /**
     * What the second of several statements answers: the first one tells the planner how to go, the last one undoes it.
     */
    private static ResultSet second(PreparedStatement statements) throws SQLException {
        statements.execute();
        statements.getMoreResults();
        return statements.getResultSet();
    }

    /** Planned for its own values each time: one plan for all values would be a bad one for most of them. */
    private static PreparedStatement prepared(Clause query, Connection connection) throws SQLException {
        PreparedStatement statement = query.prepare(connection);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    /**
     * How much is done before the other way is tried.
     *
     * @param near least entries of the order that are walked
     * @param few most matches that are fetched whole
     * @param far most entries of the order that are walked
     * @param walksFirst the way that is tried first; empty to let it be guessed
     */
    record Effort(int near, int few, int far, Optional<Boolean> walksFirst) {}

    /** One search for a page. */
    private final class Hunt {

        private static final int PATIENCE = 5;

        private final Connection connection;
        private final SearchOrder order;
        private final List<TermGroup> selective;
        private final Estimate estimate;
        private final Clause marks;
        private final Clause conditions;
        private final Position after;
        private final int limit;

        Hunt(
                Connection connection,
                CreatorQuery query,
                SearchOrder order,
                List<TermGroup> groups,
                Shares shares,
                Clause conditions,
                Position after,
                int limit) {
            this.connection = connection;
            this.order = order;
            this.selective = Estimate.selective(groups, shares);
            this.estimate = Estimate.of(query, order, groups, limit, shares);
            this.marks = SearchMarks.of(query);
            this.conditions = conditions;
            this.after = after;
            this.limit = limit;
        }

        List<Position> page() throws SQLException {
            boolean walksFirst = effort.walksFirst().orElse(estimate.isWalkCheaper());
            if (walksFirst) {
                List<Position> near = walk(Math.clamp(PATIENCE * estimate.steps(), effort.near(), effort.far()));
                if (near.size() == limit) {
                    return near;
                }
            }
            Optional<List<Position>> few = sorted(effort.few());
            if (few.isPresent()) {
                return few.get();
            }
            List<Position> far = walk(estimate.stepsFor(effort.few(), effort.far()));
            return far.size() == limit ? far : sorted(ALL).orElseThrow();
        }

        /**
         * The matches among the next so many entries of the order; in an optional column, of one kind of value only.
         */
        private List<Position> walk(int steps) throws SQLException {
            var query = new Clause()
                    .add(STRAIGHT_ON)
                    .add("select w.creator_id, w." + order.column().name() + "::text from (")
                    .add(order.nextRows(after, steps))
                    .add(") w where ");
            if (!marks.isEmpty()) {
                query.add(marks).add(" and ");
            }
            query.add("(select ")
                    .add(conditions)
                    .add(" from creator_search s where s.creator_id = w.creator_id)")
                    .add(" order by " + order.of("w") + " limit ?;", limit)
                    .add(ANY_WAY);
            return read(connection, order, query);
        }

        /** The page out of all matches, when they are so many at most. */
        private Optional<List<Position>> sorted(int most) throws SQLException {
            var query = new Clause()
                    .add(selective.isEmpty() ? ANY_WAY : BY_TERMS)
                    .add("with hits as materialized (select s.creator_id, s."
                            + order.column().name() + " as value from creator_search s where ");
            if (!selective.isEmpty()) {
                query.add("s.terms @@ cast(? as tsquery) and ", TermGroup.query(selective));
            }
            query.add(conditions)
                    .add(order.anyAfter(after))
                    .add(" limit ?)", most + 1)
                    .add(
                            " select creator_id, hits.value::text, (select count(*) from hits) from hits order by "
                                    + order.ofHits() + " limit ?;",
                            limit)
                    .add(ANY_WAY);
            try (PreparedStatement statement = prepared(query, connection)) {
                return page(second(statement), most);
            }
        }

        private Optional<List<Position>> page(ResultSet row, int most) throws SQLException {
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
}
