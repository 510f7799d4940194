package org.affinity.profile.search.store;

import java.util.ArrayList;
import java.util.List;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.search.domain.SearchTerms;
import org.affinity.profile.search.domain.TermGroup;

/**
 * What an index of an order itself says of a row that can match, written as SQL on an entry {@code w}: sizes of
 * accounts and marks of terms. Several terms share a mark, so whoever passes still has to be looked at.
 */
final class SearchMarks {

    /** Kinds of terms whose marks are in {@code places}; those of all others are in {@code subjects}. */
    private static final List<String> PLACES = List.of("c:", "l:", "s:", "p:");

    private SearchMarks() {}

    /** The conditions joined by {@code and}; empty when the index says nothing of the query. */
    static Clause of(CreatorQuery query) {
        var all = new Clause();
        if (query.account().limitsFollowers()) {
            all.and("(w.sizes & ?) <> 0", sizes(SearchTerms.digits(query.account())));
        }
        for (TermGroup group : SearchTerms.marked(query, true)) {
            String column = PLACES.stream().anyMatch(group::is) ? "places" : "subjects";
            all.and("(w." + column + " & affinity_marks(?)) <> 0", new ArrayList<>(group.terms()));
        }
        return all;
    }

    private static long sizes(List<Integer> digits) {
        return digits.stream().mapToLong(count -> 1L << count).reduce(0, (one, other) -> one | other);
    }
}
