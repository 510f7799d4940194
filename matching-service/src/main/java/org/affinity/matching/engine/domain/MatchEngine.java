package org.affinity.matching.engine.domain;

import java.util.List;
import java.util.UUID;

/**
 * An index of creators that finds the best for a plan, exactly: every engine gives the same answer, bit by bit.
 *
 * <p>Any number of threads may search while one or several change entries. A search that starts after a change has
 * returned sees it. Of entries that change during a search, each hit is as it was at some time during the search.
 */
public interface MatchEngine {

    /** The columns of its entries. */
    Schema schema();

    /** Takes over a creator's state, in place of the one it has; passed over when that one is of a higher version. */
    void put(Entry entry);

    /** Takes over several states; for engines that are far away this is much quicker than one by one. */
    default void putAll(List<Entry> entries) {
        entries.forEach(this::put);
    }

    /**
     * Forgets a creator, if it is there. Whoever comes back must have a higher version than that of the state that was
     * forgotten: an engine may remember it, to keep out what was on its way meanwhile.
     */
    void remove(UUID id);

    /** Forgets everybody. */
    void clear();

    /** How many creators are in the index. */
    int size();

    /** Finds the best. */
    Answer search(Plan plan);

    /** How many eligible creators come before a hit, whoever has its id apart; the plan's k has no say in it. */
    int countAhead(Plan plan, Hit hit);
}
