package org.affinity.matching.match.domain;

import java.util.List;
import java.util.SequencedMap;

/**
 * Turns French or English text into stems, so that "voyages" and "voyage" or "cooking" and "cooks" are compared as one
 * word; words that carry no meaning are left out.
 */
public interface TextAnalysis {

    /** The stems of a text, in its order, repeated where the text repeats. */
    List<String> stems(String text);

    /** The stems of a text, each once and in its order, with the word as it is first written there. */
    SequencedMap<String, String> written(String text);
}
