package org.affinity.profile.questionnaire.web;

import org.affinity.profile.questionnaire.domain.Questionnaire;
import org.affinity.profile.questionnaire.web.QuestionnaireView.TextView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A questionnaire in a list. */
@Schema(name = "QuestionnaireSummary", description = "The current version of a questionnaire, without its questions.")
record QuestionnaireSummary(
        @Schema(description = "Id of the questionnaire.", examples = "consumer-creator")
        String questionnaireId,

        @Schema(description = "Current version.", examples = "1")
        int version,

        @Schema(description = "What it is called.") TextView title,

        @Schema(description = "How many questions it has.", examples = "77")
        long questions) {

    static QuestionnaireSummary of(Questionnaire questionnaire) {
        return new QuestionnaireSummary(
                questionnaire.id(),
                questionnaire.version(),
                TextView.of(questionnaire.title()),
                questionnaire.questions().count());
    }
}
