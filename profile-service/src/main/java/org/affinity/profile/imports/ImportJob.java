package org.affinity.profile.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RowReader;
import org.affinity.profile.questionnaire.domain.Question;

/**
 * What has to be known of an import to work it off.
 *
 * @param platforms those there were when the work began
 * @param questions those of the mapping that were asked then
 * @param observedAt when the figures were read off; null when that is not known
 * @param checkpoint records that have had their effect
 * @param isCounted whether the number of records is known
 */
record ImportJob(
        ColumnMapping mapping,
        Platforms platforms,
        List<Question> questions,
        String sheet,
        Instant observedAt,
        long checkpoint,
        boolean isCounted) {

    ImportJob {
        questions = List.copyOf(questions);
    }

    /** A reader of the records below this header. */
    RowReader reader(Header header, LocalDate today) {
        return new RowReader(header, mapping, platforms, questions, today, observedAt);
    }
}
