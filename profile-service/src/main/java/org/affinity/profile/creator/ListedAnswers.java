package org.affinity.profile.creator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.affinity.profile.creator.store.CreatorEntity;

/** Takes answers to questionnaires over from lists; what creators answered, or withdrew, themselves never gives way. */
public interface ListedAnswers {

    /** To be asked for the records of one batch, of which those creators who were there before have these ids. */
    Taking of(Collection<UUID> presentCreators);

    /** Answers of one batch. */
    interface Taking {

        /**
         * Adds what a list says to a creator's answers, in memory; true when that says anything new.
         *
         * @param answers by question, in the form that the rules of the questions accept
         * @param at date of the list; an answer of a later list stays
         */
        boolean add(CreatorEntity creator, Map<String, JsonNode> answers, Instant at);

        /** Keeps what was added, once all creators are there. */
        void keep();
    }
}
