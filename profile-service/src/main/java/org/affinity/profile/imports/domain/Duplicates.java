package org.affinity.profile.imports.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.profile.creator.domain.AccountKey;

/**
 * Remembers the accounts met in one file. The first record of an account counts; a later one is identical when it
 * repeats any earlier record of that account cell by cell (numbering columns aside), else conflicting. A function of
 * the file alone, so that a resumed import comes to the same answers.
 */
public final class Duplicates {

    private static final char SEPARATOR = '\u001f';

    private final Header header;
    private final Set<Integer> ignoredColumns;
    private final Map<AccountKey, List<Earlier>> seen = new HashMap<>();

    public Duplicates(Header header, Set<Integer> ignoredColumns) {
        this.header = header;
        this.ignoredColumns = Set.copyOf(ignoredColumns);
    }

    /** Takes note of a record and says whether its account was there before. */
    public Verdict meet(AccountKey account, RawRecord row) {
        String content = content(row.cells());
        List<Earlier> earlier = seen.computeIfAbsent(account, key -> new ArrayList<>(1));
        for (Earlier one : earlier) {
            if (one.content.equals(content)) {
                return new Identical(one.row);
            }
        }
        earlier.add(new Earlier(row.row(), content));
        Earlier first = earlier.getFirst();
        return earlier.size() == 1 ? new First() : new Conflicting(first.row, differences(first.content, content));
    }

    private String content(List<String> cells) {
        var text = new StringBuilder();
        for (int i = 0; i < header.size(); i++) {
            boolean counts = i < cells.size() && !ignoredColumns.contains(i);
            text.append(counts ? cells.get(i).strip() : "").append(SEPARATOR);
        }
        return text.toString();
    }

    private List<Difference> differences(String first, String second) {
        String[] a = first.split(String.valueOf(SEPARATOR), -1);
        String[] b = second.split(String.valueOf(SEPARATOR), -1);
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < header.size() && i < Math.min(a.length, b.length); i++) {
            if (!a[i].equals(b[i])) {
                differences.add(new Difference(header.columns().get(i), a[i], b[i]));
            }
        }
        return differences;
    }

    private record Earlier(long row, String content) {}

    /** Whether a record is the first of its account in the file. */
    public sealed interface Verdict {}

    /** The account was not there before. */
    public record First() implements Verdict {}

    /** The record says again what record {@code row} said. */
    public record Identical(long row) implements Verdict {}

    /** The record says something else of the account than record {@code row}, which counts. */
    public record Conflicting(long row, List<Difference> differences) implements Verdict {}

    /** Two values for the same column. */
    public record Difference(String column, String first, String second) {}
}
