package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.questionnaire.domain.AnswerSource;
import org.affinity.profile.questionnaire.domain.Completeness;
import org.affinity.profile.questionnaire.domain.Standing;

/**
 * A creator's answers as far as the caller may see them.
 *
 * @param version version of the creator
 * @param completeness by questionnaire; empty for a caller who does not see every answer
 */
public record CreatorAnswers(UUID creatorId, long version, List<Completeness> completeness, List<Answer> answers) {

    public CreatorAnswers {
        completeness = List.copyOf(completeness);
        answers = List.copyOf(answers);
    }

    /** An answer and how it stands to the questionnaire of today. */
    public record Answer(
            String questionId,
            JsonNode value,
            AnswerSource source,
            Instant answeredAt,
            String questionnaireId,
            int questionnaireVersion,
            boolean shownToBrands,
            Standing standing) {

        /** Keeps the answer out of logs. */
        @Override
        public String toString() {
            return "Answer[questionId=" + questionId + "]";
        }
    }
}
