package org.affinity.profile.imports.domain;

import java.util.List;

/**
 * What one column of a file is taken for.
 *
 * @param column its name
 * @param field what it seems to hold, null when it would be left aside
 * @param reason why
 * @param suitable share of the filled cells looked at that the field can hold, in [0,1]; null without a field or cells
 * @param samples some of its cells
 */
public record ProposedColumn(String column, ImportField field, Reason reason, Double suitable, List<String> samples) {

    public ProposedColumn {
        samples = List.copyOf(samples);
    }

    /** Why a column is taken for what it is. */
    public enum Reason {
        /** Its name is that of the field. */
        FIELD_NAME,
        /** Its name says so. */
        COLUMN_NAME,
        /** Its cells say so, whatever its name. */
        VALUES,
        /** Neither its name nor its cells say anything, or another column says it better. */
        NOT_RECOGNISED,
        /** It only numbers the records, or came with a file of rejects. */
        NOT_ABOUT_CREATORS
    }
}
