package org.affinity.profile.questionnaire;

import org.affinity.profile.questionnaire.domain.Questionnaire;

/** The questionnaire that the service ships. */
public final class ShippedQuestionnaire {

    private ShippedQuestionnaire() {}

    public static Questionnaire get() {
        return QuestionnaireFiles.questionnaire("consumer-creator.v1");
    }
}
