package org.affinity.profile.search;

import java.util.UUID;

/**
 * A place in an order of creators.
 *
 * @param value what the creator is sorted by, as text; null when it is not known
 */
public record Position(UUID creatorId, String value) {

    /** The place written as one text. */
    public String key() {
        return value == null ? creatorId.toString() : creatorId + "=" + value;
    }

    /** The place that {@link #key()} wrote. */
    public static Position parse(String key) {
        String[] parts = key.split("=", 2);
        return new Position(UUID.fromString(parts[0]), parts.length == 1 ? null : parts[1]);
    }
}
