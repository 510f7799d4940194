package org.affinity.profile.search.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Terms of the index, one of which a match has.
 *
 * @param isBeginning whether a longer term that begins so is one too
 */
public record TermGroup(List<String> terms, boolean isBeginning) {

    public TermGroup {
        terms = List.copyOf(terms);
    }

    /** Terms of a kind, such as {@code c:}, one for each value. */
    public static TermGroup of(String kind, List<?> values) {
        return new TermGroup(values.stream().map(value -> kind + value).toList(), false);
    }

    /** Whether its terms are of this kind, such as {@code c:}. */
    public boolean is(String kind) {
        return terms.stream().allMatch(term -> term.startsWith(kind));
    }

    /** Whether they only come near a condition on figures: sizes, rates or fees, which have to be looked at anyway. */
    public boolean isOfFigures() {
        return is("f:") || is("g:") || is("r:") || is("m:");
    }

    /** Groups as a text search query of PostgreSQL, which matches what has a term of each. */
    public static String query(List<TermGroup> groups) {
        return groups.stream().map(TermGroup::query).collect(Collectors.joining(" & "));
    }

    private String query() {
        return terms.stream()
                .map(term -> quoted(term) + (isBeginning ? ":*" : ""))
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
