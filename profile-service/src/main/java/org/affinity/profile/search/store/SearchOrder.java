package org.affinity.profile.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorQuery.AccountQuery;
import org.affinity.profile.search.domain.CreatorSort;
import org.affinity.profile.search.domain.SearchTerms;

/**
 * An order of creators written as SQL: values that are not known last, ties by id in the same direction.
 *
 * @param stretches conditions on the rows among which the matches with a known value are, no row in two of them; one
 *     without a condition when they can be anywhere
 * @param isWithinSizes whether the stretches leave out most creators of other sizes
 */
record SearchOrder(SearchColumn column, boolean isDescending, List<Clause> stretches, boolean isWithinSizes) {

    /** More pieces than this are no gain over one walk. */
    private static final int MOST_CLASSES = 9;

    private static final int MORE_THAN_TWO = 0;
    private static final int LOWEST_CLASS = 6;
    private static final int HIGHEST_CLASS = 24;

    SearchOrder {
        stretches = List.copyOf(stretches);
    }

    /** The order that a query asks for. */
    static SearchOrder of(CreatorQuery query) {
        CreatorSort sort = query.sort();
        SearchColumn column = SearchColumn.of(sort.key());
        AccountQuery account = query.account();
        return switch (sort.key()) {
            case FOLLOWERS ->
                account.limitsFollowers()
                        ? new SearchOrder(column, sort.isDescending(), bySize(account), true)
                        : anywhere(column, sort);
            case ENGAGEMENT_RATE -> {
                List<Integer> classes = classes(account);
                yield account.limitsFollowers() && classes.size() <= MOST_CLASSES
                        ? new SearchOrder(column, sort.isDescending(), byClass(account, classes), true)
                        : anywhere(column, sort);
            }
            case UPDATED_AT ->
                query.updatedSince() == null
                        ? anywhere(column, sort)
                        : from(column, sort, "s.updated_at >= ?", query.updatedSince());
            case COMPLETED_COLLABORATIONS ->
                query.fewestCollaborations() == null
                        ? anywhere(column, sort)
                        : from(column, sort, "s.completed_collaborations >= ?", query.fewestCollaborations());
            case CREATED_AT, DISPLAY_NAME -> anywhere(column, sort);
        };
    }

    private static SearchOrder anywhere(SearchColumn column, CreatorSort sort) {
        return new SearchOrder(column, sort.isDescending(), List.of(new Clause()), false);
    }

    private static SearchOrder from(SearchColumn column, CreatorSort sort, String bound, Object value) {
        return new SearchOrder(column, sort.isDescending(), List.of(new Clause().add(bound, value)), false);
    }

    /** The account that matches is the largest, or the other one of two, or one of more. */
    private static List<Clause> bySize(AccountQuery account) {
        long lowest = account.lowestFollowers();
        long highest = account.highestFollowers();
        var stretches = new ArrayList<Clause>();
        stretches.add(new Clause().add("s.followers between ? and ?", lowest, highest));
        if (highest < Long.MAX_VALUE) {
            long above = Math.max(lowest - 1, highest);
            others(account).forEach(one -> stretches.add(one.add(" and s.followers > ?", above)));
        }
        return stretches;
    }

    private static List<Clause> byClass(AccountQuery account, List<Integer> classes) {
        var stretches = new ArrayList<Clause>();
        classes.forEach(one -> stretches.add(new Clause().add("s.size_class = ?::smallint", one)));
        others(account).forEach(one -> stretches.add(one.add(" and s.size_class <> all (?::smallint[])", classes)));
        return stretches;
    }

    private static List<Clause> others(AccountQuery account) {
        return Stream.concat(Stream.of(MORE_THAN_TWO), classes(account).stream())
                .map(one -> new Clause().add("s.other_class = ?::smallint", one))
                .toList();
    }

    private static List<Integer> classes(AccountQuery account) {
        return SearchTerms.digits(account).stream()
                .map(digits -> Math.clamp(digits, LOWEST_CLASS, HIGHEST_CLASS))
                .distinct()
                .toList();
    }

    /** The place of a row of {@code creator_id} and the column as text. */
    Position position(ResultSet row) throws SQLException {
        return new Position(row.getObject(1, UUID.class), isById() ? null : row.getString(2));
    }

    /** The order of the rows of an alias as an index of the table has it. */
    String of(String alias) {
        return isById()
                ? alias + ".creator_id" + direction()
                : alias + "." + column.name() + direction() + ", " + alias + ".creator_id" + direction();
    }

    /** The order of fetched rows of {@code creator_id} and {@code value}; by the column, not by its text. */
    String ofHits() {
        return "hits.value" + direction() + " nulls last, creator_id" + direction();
    }

    /**
     * The entries of the index of the next so many rows behind a place among which matches can be; where values can be
     * unknown, of the known ones only as long as the place is among them.
     */
    Clause nextRows(Position after, int steps) {
        if (column.isOptional() && after != null && after.value() == null) {
            return rows(List.of(unknownAfter(after)), steps);
        }
        Clause bounds = knownAfter(after);
        return rows(
                stretches.stream()
                        .map(stretch -> stretch.isEmpty()
                                ? bounds
                                : new Clause()
                                        .add(stretch)
                                        .add(bounds.isEmpty() ? "" : " and ")
                                        .add(bounds))
                        .toList(),
                steps);
    }

    /** The first so many rows without a value. */
    Clause firstUnknown(int steps) {
        return rows(List.of(unknownAfter(null)), steps);
    }

    /** Each piece in order and as long as all together: else the planner would sort them instead of merging them. */
    private Clause rows(List<Clause> pieces, int steps) {
        var rows = new Clause();
        for (Clause piece : pieces) {
            rows.add(rows.isEmpty() ? "(" : " union all (")
                    .add("select " + columns() + ", s.sizes, s.places, s.subjects from creator_search s");
            if (!piece.isEmpty()) {
                rows.add(" where ").add(piece);
            }
            rows.add(" order by " + of("s") + " limit ?)", steps);
        }
        return pieces.size() == 1
                ? rows
                : new Clause().add("select * from (").add(rows).add(") s order by " + of("s") + " limit ?", steps);
    }

    private String columns() {
        return isById() ? "s.creator_id" : "s." + column.name() + ", s.creator_id";
    }

    /** Joined by {@code and}: what is behind a place, known or not. */
    Clause anyAfter(Position after) {
        var bounds = new Clause();
        if (after == null) {
            return bounds;
        }
        if (column.isOptional() && after.value() == null) {
            return bounds.add(" and ").add(unknownAfter(after));
        }
        bounds.add(" and (").add(knownAfter(after));
        return bounds.add(column.isOptional() ? " or s." + column.name() + " is null)" : ")");
    }

    private Clause knownAfter(Position after) {
        var bounds = new Clause();
        if (after == null) {
            return column.isOptional() ? bounds.add("s." + column.name() + " is not null") : bounds;
        }
        return isById()
                ? bounds.add("s.creator_id" + beyond() + "?", after.creatorId())
                : bounds.add(
                        "(s." + column.name() + ", s.creator_id)" + beyond() + "(cast(? as " + column.type() + "), ?)",
                        after.value(),
                        after.creatorId());
    }

    private Clause unknownAfter(Position after) {
        var bounds = new Clause().add("s." + column.name() + " is null");
        return after == null ? bounds : bounds.add(" and s.creator_id" + beyond() + "?", after.creatorId());
    }

    private boolean isById() {
        return column.name().equals("creator_id");
    }

    private String direction() {
        return isDescending ? " desc" : "";
    }

    private String beyond() {
        return isDescending ? " < " : " > ";
    }
}
