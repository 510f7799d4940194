package org.affinity.profile.questionnaire.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One version of a questionnaire; never changed once published.
 *
 * @param choiceSets lists of choices that several questions offer, by name
 */
public record Questionnaire(
        String id,
        int version,
        LocalizedText title,
        LocalizedText introduction,
        Map<String, List<Choice>> choiceSets,
        List<Section> sections) {

    public Questionnaire {
        Map<String, List<Choice>> sets = choiceSets == null ? Map.of() : Map.copyOf(choiceSets);
        choiceSets = sets;
        sections = sections == null
                ? List.of()
                : sections.stream().map(section -> resolved(section, sets)).toList();
    }

    /** All questions in the order in which they are asked. */
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    private static Section resolved(Section section, Map<String, List<Choice>> sets) {
        return new Section(
                section.id(),
                section.title(),
                section.questions().stream()
                        .map(question -> question.choiceSet() == null
                                        || !question.choices().isEmpty()
                                ? question
                                : question.withChoices(sets.getOrDefault(question.choiceSet(), List.of())))
                        .toList());
    }
}
