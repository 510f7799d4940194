package org.affinity.profile.questionnaire.domain;

/** Who gave an answer. */
public enum AnswerSource {
    CREATOR,
    OPERATOR,
    IMPORT
}
