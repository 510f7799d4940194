package org.affinity.profile.questionnaire.domain;

import java.util.List;

/** Questions that belong together. */
public record Section(String id, LocalizedText title, List<Question> questions) {

    public Section {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }
}
