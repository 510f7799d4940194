package org.affinity.profile.imports.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;

/**
 * How the columns of one file are to be read.
 *
 * @param platform platform of every account, unless the file has a column for it
 * @param platformOrigin how the platform was found out
 * @param source provenance of the figures
 * @param columns columns by field, under the names of the {@link Header}
 * @param answers the same by question of the questionnaires
 */
public record ColumnMapping(
        Platform platform,
        PlatformOrigin platformOrigin,
        MetricSource source,
        Map<ImportField, List<String>> columns,
        Map<String, List<String>> answers) {

    /** Before the id of a question, the name of its answers in a mapping. */
    public static final String ANSWERS = "answers.";

    public ColumnMapping {
        var copy = new EnumMap<ImportField, List<String>>(ImportField.class);
        columns.forEach((field, names) -> copy.put(field, List.copyOf(names)));
        columns = copy;
        // Mappings of imports that were uploaded before lists could answer questions have none.
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    /** A mapping of a list that answers no questions. */
    public ColumnMapping(
            Platform platform,
            PlatformOrigin platformOrigin,
            MetricSource source,
            Map<ImportField, List<String>> columns) {
        this(platform, platformOrigin, source, columns, Map.of());
    }

    /** The columns of a field, none when it is not mapped. */
    public List<String> of(ImportField field) {
        return columns.getOrDefault(field, List.of());
    }

    /** How the platform of a file was found out. */
    public enum PlatformOrigin {
        GIVEN,
        COLUMN,
        HEADER,
        FILE_NAME,
        DEFAULT
    }
}
