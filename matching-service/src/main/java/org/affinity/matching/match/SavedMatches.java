package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;

/**
 * Reads what was saved of matches, which may be larger than a request may be, and from a newer replica have fields
 * unknown here.
 */
@ApplicationScoped
class SavedMatches {

    private final ObjectMapper json;

    SavedMatches(ObjectMapper json) {
        this.json = json.copyWith(new JsonFactory()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The brief that a match answered. */
    Brief brief(MatchRun match) {
        return read(match.brief().getBytes(StandardCharsets.UTF_8), Brief.class);
    }

    /** What a match answered. */
    ObjectNode answer(MatchRun match) {
        return read(match.document().bytes(), ObjectNode.class);
    }

    /** The creators that panels of a match are chosen from. */
    SavedPool pool(SavedJson pool) {
        return read(pool.bytes(), SavedPool.class);
    }

    private <T> T read(byte[] saved, Class<T> type) {
        try {
            return json.readValue(saved, type);
        } catch (IOException e) {
            throw new IllegalStateException("A saved match could not be read", e);
        }
    }
}
