package org.affinity.kit.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param items the part, in a stable order
 * @param nextCursor what to send as {@code cursor} for the next part, or null at the end
 */
public record Page<T>(
        @Schema(description = "The items of this page, in a stable order.")
        List<T> items,

        @Schema(
                description = "Send it as cursor for the next page, with the same filters; null at the end.",
                nullable = true,
                examples = "AZd7fjxSe9GaUwwNH2orEQ")
        String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of rows that were read with a limit one greater than asked for, so that the last tells whether there is
     * more.
     *
     * @param rows up to {@code limit + 1} rows, ordered by their key
     * @param key what the list is ordered by, unique for each row
     */
    public static <R> Page<R> of(List<R> rows, int limit, Function<R, String> key, Cursors cursors, Object... filters) {
        boolean more = rows.size() > limit;
        List<R> items = more ? rows.subList(0, limit) : rows;
        return new Page<>(items, more ? cursors.encode(key.apply(items.getLast()), filters) : null);
    }

    /** The same page with each item turned into its representation. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
