package org.affinity.profile.questionnaire.domain;

/** What an answer to a question looks like in JSON. */
public enum QuestionType {
    /** The id of one choice. */
    SINGLE_CHOICE,
    /** A list of ids of different choices. */
    MULTIPLE_CHOICE,
    /** A number in the question's unit and range. */
    NUMBER,
    /** A text of limited length. */
    TEXT,
    /** A list of short texts. */
    TEXT_LIST,
    /** A date, {@code 2026-01-15}. */
    DATE,
    /** A year as a whole number. */
    YEAR,
    /** An object with country (ISO 3166), and region and city where they are known. */
    PLACE,
    /** True or false. */
    YES_NO;

    /** Whether the answer is a list. */
    public boolean isList() {
        return this == MULTIPLE_CHOICE || this == TEXT_LIST;
    }

    /** Whether the answer names choices. */
    public boolean hasChoices() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }
}
