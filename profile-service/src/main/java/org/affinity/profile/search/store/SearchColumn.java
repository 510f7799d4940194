package org.affinity.profile.search.store;

import org.affinity.profile.search.domain.CreatorSort;

/**
 * The column of an order. With {@code creator_id} behind it there is an index on each; the ids themselves are in the
 * order of creation.
 *
 * @param isOptional whether the value may be unknown
 */
record SearchColumn(String name, String type, boolean isOptional) {

    static SearchColumn of(CreatorSort.Key key) {
        return switch (key) {
            case CREATED_AT -> new SearchColumn("creator_id", "uuid", false);
            case DISPLAY_NAME -> new SearchColumn("name_key", "text", false);
            case FOLLOWERS -> new SearchColumn("followers", "bigint", true);
            case ENGAGEMENT_RATE -> new SearchColumn("engagement_rate", "numeric", true);
            case UPDATED_AT -> new SearchColumn("updated_at", "timestamptz", false);
            case COMPLETED_COLLABORATIONS -> new SearchColumn("completed_collaborations", "integer", false);
        };
    }
}
