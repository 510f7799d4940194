package org.affinity.profile.questionnaire.domain;

/** Whether an answer is good for the current version of its questionnaire. */
public enum Standing {
    /** Given for the current version, or carried over into it. */
    CURRENT,
    /** The question is no longer asked. */
    QUESTION_REMOVED,
    /** The question no longer takes this value. */
    VALUE_NOT_VALID
}
