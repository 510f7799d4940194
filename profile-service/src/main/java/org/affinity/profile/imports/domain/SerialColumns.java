package org.affinity.profile.imports.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.affinity.profile.creator.domain.PlainWords;

/**
 * Finds the columns that do not tell two records apart. They only number the rows ({@code S.no}, {@code rank},
 * {@code #}): they say nothing of the creator, so two records that differ there only are the same record; or a file of
 * rejects brought them along. A column of identifiers is not one of them.
 */
public final class SerialColumns {

    private static final Set<String> NAMES = Set.of(
            "",
            "s no",
            "sno",
            "sr no",
            "srno",
            "sl no",
            "no",
            "n",
            "nr",
            "num",
            "rank",
            "ranking",
            "rang",
            "position",
            "row",
            "row number",
            "index",
            "serial",
            "serial no",
            "serial number",
            "numero",
            "line",
            "ligne",
            "unnamed 0");

    private SerialColumns() {}

    /** Positions of the numbering columns: named like one, and holding nothing but numbers in the sample. */
    public static Set<Integer> find(Header header, List<List<String>> sample) {
        var found = new TreeSet<>(RejectColumns.find(header));
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            if (NAMES.contains(PlainWords.of(header.columns().get(i)))
                    && sample.stream().allMatch(cells -> isNumberOrAbsent(cells, column))) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean isNumberOrAbsent(List<String> cells, int column) {
        return column >= cells.size() || !(NumberCells.count(cells.get(column)) instanceof ParsedNumber.Unreadable);
    }
}
