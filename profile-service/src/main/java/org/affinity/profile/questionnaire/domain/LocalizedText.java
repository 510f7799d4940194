package org.affinity.profile.questionnaire.domain;

/** A text in the languages of the platform. */
public record LocalizedText(String en, String fr) {

    /** Whether both languages are there. */
    boolean isComplete() {
        return en != null && fr != null && !en.isBlank() && !fr.isBlank();
    }
}
