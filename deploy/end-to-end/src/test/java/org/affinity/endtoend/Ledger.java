package org.affinity.endtoend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the client was told is done: the services must agree with it at the end, no more and no less. */
final class Ledger {

    private final Map<Kind, List<String>> entries = new EnumMap<>(Kind.class);

    /** Kinds of things that must exist once. */
    enum Kind {
        CREATOR,
        CAMPAIGN,
        MATCH,
        PROPOSAL,
        COLLABORATION,
        POST,
        READING,
        RESULT,
        REPORT,
        EVENT,
        WEBHOOK_DELIVERY
    }

    /**
     * One kind, compared.
     *
     * @param lost acknowledged, or to be expected, and not found
     * @param doubled found more than once, or found though nobody asked for it
     */
    record Balance(Kind kind, int expected, int lost, int doubled) {

        static Balance of(Kind kind, Collection<String> expected, Collection<String> found) {
            Set<String> wanted = new HashSet<>(expected);
            Set<String> present = new HashSet<>(found);
            present.retainAll(wanted);
            return new Balance(kind, wanted.size(), wanted.size() - present.size(), found.size() - present.size());
        }
    }

    synchronized void add(Kind kind, String id) {
        entries.computeIfAbsent(kind, none -> new ArrayList<>()).add(id);
    }

    synchronized List<String> of(Kind kind) {
        return List.copyOf(entries.getOrDefault(kind, List.of()));
    }
}
