package org.affinity.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

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

    /**
     * Which part of a list the caller asks for.
     *
     * @param limit how many items, at most 200
     * @param cursor the {@code nextCursor} of the page before, or null for the first
     */
    public record Request(
            @Parameter(description = "The most items to answer.", example = "50")
            @QueryParam("limit")
            @DefaultValue("50")
            @Min(1)
            @Max(200)
            int limit,

            @Parameter(description = "nextCursor of the page before.", example = "AZd7fjxSe9GaUwwNH2orEQ")
            @QueryParam("cursor")
            String cursor) {}

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
