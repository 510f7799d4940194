package org.affinity.profile.changes;

import java.util.UUID;

/**
 * A place in the feed: behind the change of this creator in this transaction.
 *
 * @param transaction id of the writing transaction
 */
public record FeedPosition(long transaction, UUID creatorId) {

    /** Before the first change. */
    public static final FeedPosition START = new FeedPosition(0, new UUID(0, 0));

    /** The place written as one text. */
    public String key() {
        return transaction + ":" + creatorId;
    }

    /** The place that {@link #key()} wrote. */
    public static FeedPosition parse(String key) {
        String[] parts = key.split(":", 2);
        return new FeedPosition(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
    }
}
