package org.affinity.matching.match.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.match.domain.SavedJson;

/**
 * Reads one creator's place out of a saved match, which itself, since it names others, stays out of a creator's sight.
 * Whose place may be read is for the caller to know.
 */
@ApplicationScoped
public class SelectionPlaces {

    private static final Set<String> LISTS = Set.of("ranking", "panel");

    /** Without the rules and limits of requests. */
    private final ObjectMapper json = JsonMapper.builder().build();

    private final MatchRunRepository runs;

    SelectionPlaces(MatchRunRepository runs) {
        this.runs = runs;
    }

    /**
     * Account, score and its parts, as each match has them, without the rank; empty where a match does not name them.
     */
    public Map<UUID, ObjectNode> of(Collection<UUID> matchIds, UUID creatorId) {
        return runs.documents(matchIds, document -> find(document, creatorId.toString()));
    }

    /** All other places are skipped. */
    private ObjectNode find(SavedJson match, String creatorId) {
        try (JsonParser parser = json.createParser(match.bytes())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean places = LISTS.contains(parser.currentName());
                parser.nextToken();
                if (!places) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    ObjectNode place = json.createObjectNode();
                    if (isRead(parser, creatorId, place)) {
                        return place;
                    }
                }
            }
            return json.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("A saved match could not be read", e);
        }
    }

    /** Goes to the end of a place; whether it was that creator's and so was read. */
    private boolean isRead(JsonParser parser, String creatorId, ObjectNode place) throws IOException {
        boolean own = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            own |= field.equals("creatorId")
                    && value == JsonToken.VALUE_STRING
                    && parser.getText().equals(creatorId);
            if (own) {
                place.set(field, json.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
        return own;
    }
}
