package org.affinity.profile.imports.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.profile.creator.domain.AccountKey;

/**
 * Tells the records of one file apart that name the same account. The first record of an account counts; a later one is
 * identical when it repeats any earlier record of that account cell by cell (numbering columns aside), else
 * conflicting. A function of the file alone, so that a resumed import comes to the same answers.
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

    /** Takes note of a record that was met before, the first one of its account before all others. */
    public void know(AccountKey account, long row, String content) {
        seen.computeIfAbsent(account, key -> new ArrayList<>(1)).add(new Earlier(row, content));
    }

    /** Takes note of a record and says whether its account was there before. */
    public Verdict meet(AccountKey account, RawRecord row) {
        String content = content(row);
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

    /** What a record says, numbering columns aside: two records with the same content are the same. */
    public String content(RawRecord row) {
        List<String> cells = row.cells();
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
