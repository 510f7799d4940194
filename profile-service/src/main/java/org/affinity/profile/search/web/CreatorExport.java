package org.affinity.profile.search.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.affinity.profile.creator.web.CreatorView;
import org.affinity.profile.creator.web.CreatorViews;
import org.affinity.profile.expansion.web.ExpandedCreatorView;
import org.affinity.profile.search.CreatorSearch;
import org.affinity.profile.search.CreatorSearch.Found;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.domain.CreatorQuery;

/**
 * Writes creators to a stream, one page after the other. Each page is a transaction of its own that ends before the
 * page is written, so that a client that reads slowly or not at all holds up no one and no memory.
 */
@ApplicationScoped
class CreatorExport {

    static final String CSV = "text/csv;charset=UTF-8";
    static final String NDJSON = "application/x-ndjson";

    private static final int PAGE = 500;

    private final CreatorSearch search;
    private final CreatorViews views;
    private final ObjectMapper json;

    CreatorExport(CreatorSearch search, CreatorViews views, ObjectMapper json) {
        this.search = search;
        this.views = views;
        this.json = json;
    }

    /** Writes a header row, then one row per account. */
    void writeTable(CreatorQuery query, OutputStream output) throws IOException {
        output.write(CreatorTable.header().getBytes(StandardCharsets.UTF_8));
        write(query, output, CreatorExport::rows);
    }

    /** Writes one line per creator. */
    void writeLines(CreatorQuery query, OutputStream output) throws IOException {
        write(query, output, this::lines);
    }

    private void write(CreatorQuery query, OutputStream output, Form form) throws IOException {
        Optional<Position> after = Optional.empty();
        do {
            Found found = search.find(query, after, PAGE);
            byte[] page = form.of(found.creators().stream().map(views::of).toList());
            after = isSent(page, output) ? found.next() : Optional.empty();
        } while (after.isPresent());
    }

    /** False when the client has left: nobody is there to be told, and nothing is wrong. */
    private static boolean isSent(byte[] page, OutputStream output) {
        try {
            output.write(page);
            output.flush();
            return true;
        } catch (IOException clientLeft) {
            return false;
        }
    }

    private static byte[] rows(List<CreatorView> creators) {
        return CreatorTable.rows(creators).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] lines(List<CreatorView> creators) throws IOException {
        var lines = new StringBuilder();
        for (CreatorView creator : creators) {
            lines.append(json.writeValueAsString(new ExpandedCreatorView(creator, null)))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private interface Form {

        byte[] of(List<CreatorView> creators) throws IOException;
    }
}
