package org.affinity.profile.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.CreatorSort;

/**
 * An order of creators written as SQL: values that are not known last, ties by id in the same direction.
 *
 * @param lowest no match has a lower value, or a match can have any when it is null
 */
record SearchOrder(SearchColumn column, boolean isDescending, Long lowest) {

    /** The order that a query asks for. */
    static SearchOrder of(CreatorQuery query) {
        CreatorSort sort = query.sort();
        boolean isBySize = sort.key() == CreatorSort.Key.FOLLOWERS;
        return new SearchOrder(
                SearchColumn.of(sort.key()),
                sort.isDescending(),
                isBySize ? query.account().lowestFollowers() : null);
    }

    /** The place of a row of {@code creator_id} and the column as text. */
    Position position(ResultSet row) throws SQLException {
        return new Position(row.getObject(1, UUID.class), isById() ? null : row.getString(2));
    }

    /** The order as an index of the table has it. */
    String ofIndex() {
        return isById()
                ? "s.creator_id" + direction()
                : "s." + column.name() + direction() + ", s.creator_id" + direction();
    }

    /** The order of fetched rows of {@code creator_id} and {@code value}. */
    String ofHits() {
        return "value" + direction() + " nulls last, creator_id" + direction();
    }

    /**
     * The next so many rows behind a place, along the index; where values can be unknown, the known ones only as long
     * as the place is among them.
     */
    Clause nextRows(Position after, int steps) {
        boolean isAmongUnknown = column.isOptional() && after != null && after.value() == null;
        if (isAmongUnknown) {
            return rows(unknownAfter(after), steps);
        }
        Clause bounds = knownAfter(after);
        return rows(lowest == null ? bounds : bounds.and("s." + column.name() + " >= ?", lowest), steps);
    }

    /** The first so many rows without a value. */
    Clause firstUnknown(int steps) {
        return rows(unknownAfter(null), steps);
    }

    private Clause rows(Clause bounds, int steps) {
        var rows = new Clause().add("select s.* from creator_search s");
        if (!bounds.isEmpty()) {
            rows.add(" where ").add(bounds);
        }
        return rows.add(" order by " + ofIndex() + " limit ?", steps);
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
