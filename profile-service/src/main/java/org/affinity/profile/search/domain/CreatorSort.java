package org.affinity.profile.search.domain;

import java.util.Locale;

/**
 * An order of creators; those whose value is not known come last in either direction, and ties are broken by the id of
 * the creator in the same direction.
 */
public record CreatorSort(Key key, boolean isDescending) {

    /** The order in which creators were added. */
    public static final CreatorSort BY_AGE = new CreatorSort(Key.CREATED_AT, false);

    /** How an order is asked for: a key, after {@code -} when the greatest comes first. */
    public static final String PATTERN =
            "-?(createdAt|displayName|followers|engagementRate|updatedAt|completedCollaborations)";

    /** The order of this name, which matches {@link #PATTERN}. */
    public static CreatorSort parse(String text) {
        boolean isDescending = text.startsWith("-");
        String name = isDescending ? text.substring(1) : text;
        return new CreatorSort(Key.valueOf(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)), isDescending);
    }

    /** What creators can be sorted by; followers and engagement rate are those of the largest account. */
    public enum Key {
        CREATED_AT,
        DISPLAY_NAME,
        FOLLOWERS,
        ENGAGEMENT_RATE,
        UPDATED_AT,
        COMPLETED_COLLABORATIONS
    }
}
