package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * How much of a questionnaire is answered. A question counts as asked unless its condition is not met by the present
 * answers; an answer to a question that is not asked does not count.
 */
public record Completeness(String questionnaireId, int version, Count total, List<SectionCount> sections) {

    /** The completeness of these answers, by question; all of them are good for the questionnaire. */
    public static Completeness of(Questionnaire questionnaire, Map<String, JsonNode> answers) {
        List<SectionCount> sections = questionnaire.sections().stream()
                .map(section -> new SectionCount(section.id(), count(section, answers)))
                .toList();
        Count total = new Count(
                sections.stream()
                        .mapToInt(section -> section.count().answered())
                        .sum(),
                sections.stream().mapToInt(section -> section.count().asked()).sum());
        return new Completeness(questionnaire.id(), questionnaire.version(), total, sections);
    }

    private static Count count(Section section, Map<String, JsonNode> answers) {
        List<Question> asked = section.questions().stream()
                .filter(question -> question.askedIf() == null
                        || question.askedIf()
                                .isMetBy(answers.get(question.askedIf().questionId())))
                .toList();
        long answered = asked.stream()
                .filter(question -> answers.containsKey(question.id()))
                .count();
        return new Count((int) answered, asked.size());
    }

    /** Questions answered of those asked. */
    public record Count(int answered, int asked) {

        /** Answered / asked, 0 to 1; null when nothing is asked. */
        public Double share() {
            return asked == 0 ? null : (double) answered / asked;
        }
    }

    /** The count of one section. */
    public record SectionCount(String sectionId, Count count) {}
}
