package org.affinity.profile.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.ImportField;
import org.affinity.profile.imports.domain.MappingProposal;
import org.affinity.profile.questionnaire.Questionnaires;

/** Makes the mapping of a file from what the uploader gives and what the file shows. */
final class MappingResolver {

    private static final Platform DEFAULT_PLATFORM = Platform.INSTAGRAM;

    private final SourceFile file;
    private final Platforms platforms;
    private final Questionnaires questionnaires;
    private final MappingProposal proposal;
    private final Map<String, List<String>> answers = new TreeMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    MappingResolver(SourceFile file, String fileName, Platforms platforms, Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
        this.file = file;
        this.platforms = platforms;
        this.proposal = new MappingProposal(file.header(), file.sample(), fileName, platforms);
    }

    /**
     * The mapping to import with.
     *
     * @throws DomainException 422 when a named column is not there or no column holds the handle
     */
    ColumnMapping resolve(MappingRequest given) {
        if (given.platform() != null && platforms.find(given.platform()).isEmpty()) {
            errors.add(FieldError.at("/mapping/platform", "platform", "must be one of the platforms of /v1/platforms"));
        }
        Map<ImportField, List<String>> columns =
                given.columns() == null ? proposal.columns() : checked(given.columns());
        if (!errors.isEmpty()) {
            throw new DomainException(
                    CommonProblem.VALIDATION_FAILED, errors.getFirst().detail(), errors);
        }
        if (!columns.containsKey(ImportField.HANDLE)) {
            throw new DomainException(
                    ProfileProblem.MAPPING_INCOMPLETE,
                    "No column is known to hold the handle; name it in mapping.columns.handle. The file has the columns "
                            + file.header().columns() + ".");
        }
        MetricSource source = given.source() == null ? MetricSource.ESTIMATED : given.source();
        if (given.platform() != null) {
            return new ColumnMapping(given.platform(), PlatformOrigin.GIVEN, source, columns, answers);
        }
        Platform platform = proposal.platform().orElse(DEFAULT_PLATFORM);
        PlatformOrigin origin =
                columns.containsKey(ImportField.PLATFORM) ? PlatformOrigin.COLUMN : proposal.platformOrigin();
        return new ColumnMapping(platform, origin, source, columns, answers);
    }

    /** What the file seems to hold. */
    MappingReport explain() {
        boolean hasColumn = proposal.columns().containsKey(ImportField.PLATFORM);
        return new MappingReport(
                file.description(),
                proposal.platform().orElse(DEFAULT_PLATFORM),
                hasColumn ? PlatformOrigin.COLUMN : proposal.platformOrigin(),
                proposal.columns().containsKey(ImportField.HANDLE),
                proposal.explain());
    }

    private Map<ImportField, List<String>> checked(Map<String, List<String>> given) {
        var columns = new EnumMap<ImportField, List<String>>(ImportField.class);
        given.forEach((key, names) -> {
            if (key.startsWith(ColumnMapping.ANSWERS)) {
                answer(key, names);
            } else {
                ImportField.ofKey(key)
                        .ifPresentOrElse(
                                field -> columns.put(field, checked(key, field.takesSeveral(), names)),
                                () -> refuse(key, "unknown", "is not a field that can be imported"));
            }
        });
        return columns;
    }

    private void answer(String key, List<String> names) {
        String questionId = key.substring(ColumnMapping.ANSWERS.length());
        questionnaires
                .question(questionId)
                .ifPresentOrElse(
                        question -> answers.put(
                                questionId, checked(key, question.type().isList(), names)),
                        () -> refuse(key, "question", "names no question of /v1/questionnaires"));
    }

    private List<String> checked(String key, boolean takesSeveral, List<String> names) {
        if (names.isEmpty() || (names.size() > 1 && !takesSeveral)) {
            refuse(key, "columns", "must name one column");
        }
        var found = new ArrayList<String>();
        for (String name : names) {
            Optional<Integer> column = file.header().find(name);
            column.ifPresentOrElse(
                    at -> found.add(file.header().columns().get(at)),
                    () -> refuse(
                            key,
                            "column",
                            "names a column that the file does not have; it has "
                                    + file.header().columns()));
        }
        return found;
    }

    private void refuse(String key, String rule, String detail) {
        errors.add(FieldError.at("/mapping/columns/" + key.replace("~", "~0").replace("/", "~1"), rule, detail));
    }
}
