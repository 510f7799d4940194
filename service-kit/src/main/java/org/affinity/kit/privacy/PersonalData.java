package org.affinity.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a service holds about people: how it is handed out, and how it goes. A service has one such bean for its own
 * tables, so that one place shows all of them; the kit has one for the tables it brings along.
 */
public interface PersonalData {

    /** What was done to the rows of a table. */
    enum Action {
        /** The rows are gone. */
        DELETED,
        /** The rows stay without anything that leads to the person; there is no way back. */
        ANONYMISED
    }

    /** What became of one table; {@code rows} is 0 when there was nothing. */
    record Erased(String table, Action action, long rows) {}

    /** What stays, and what the law calls the reason. */
    record Kept(String what, String ground) {}

    /**
     * Deletes or anonymises everything about a person in the present transaction, and retracts the events that carry
     * it. Doing it twice does no harm.
     */
    List<Erased> erase(UUID subjectId);

    /** Everything about a person, by the name of the file that it is to become; empty when nothing is known. */
    Map<String, List<JsonNode>> extract(UUID subjectId);

    /** What an erasure leaves. */
    List<Kept> kept();
}
