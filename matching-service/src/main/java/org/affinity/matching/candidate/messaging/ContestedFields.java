package org.affinity.matching.candidate.messaging;

import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what the creator does not contest. What is contested is unknown until it is decided on: it neither helps nor
 * hurts. That is so for the country, and for engagement rate, views, credibility, audience and last post of an account.
 * All else counts as it is: without followers an account can neither be classed nor priced, without a year of birth a
 * minor would pass, without topics and brands nothing could be kept apart; and all of that but the first two a creator
 * can put right alone.
 */
final class ContestedFields {

    private final Set<String> contested;
    private final Set<String> leftOut = new TreeSet<>();

    ContestedFields(Set<String> contested) {
        this.contested = contested == null ? Set.of() : contested;
    }

    /** The value of a field, or null when it is contested. */
    <T> T uncontested(String field, T value) {
        if (contested.contains(field)) {
            leftOut.add(field);
            return null;
        }
        return value;
    }

    /** The fields that were asked for and are contested. */
    Set<String> leftOut() {
        return leftOut;
    }
}
