package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All questionnaires in all their versions; the highest version of each is the current one. */
public final class Catalogue {

    private final Map<String, TreeMap<Integer, Questionnaire>> versions = new TreeMap<>();
    private final Map<String, Asked> asked = new TreeMap<>();

    /**
     * A catalogue of questionnaires that keep the rules.
     *
     * @throws IllegalArgumentException with everything that is wrong with them
     */
    public Catalogue(Collection<Questionnaire> questionnaires, SpecialCategories specialCategories) {
        var problems = new ArrayList<String>();
        for (Questionnaire questionnaire : questionnaires) {
            problems.addAll(new QuestionnaireRules(questionnaire, specialCategories).problems());
            if (versions.computeIfAbsent(questionnaire.id(), _ -> new TreeMap<>())
                            .put(questionnaire.version(), questionnaire)
                    != null) {
                problems.add(questionnaire.id() + " has version " + questionnaire.version() + " twice");
            }
        }
        for (Questionnaire current : current()) {
            current.questions().forEach(question -> {
                if (asked.put(question.id(), new Asked(current, question)) != null) {
                    problems.add("question " + question.id() + " is asked by two questionnaires");
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Questionnaires break rules: " + String.join("; ", problems));
        }
    }

    /** The current version of each questionnaire, by id. */
    public List<Questionnaire> current() {
        return versions.values().stream().map(all -> all.lastEntry().getValue()).toList();
    }

    /** A questionnaire, in its current version when none is given. */
    public Optional<Questionnaire> find(String id, Integer version) {
        TreeMap<Integer, Questionnaire> all = versions.get(id);
        if (all == null) {
            return Optional.empty();
        }
        return version == null ? Optional.of(all.lastEntry().getValue()) : Optional.ofNullable(all.get(version));
    }

    /** A question that is asked now, with the questionnaire that asks it. */
    public Optional<Asked> question(String questionId) {
        return Optional.ofNullable(asked.get(questionId));
    }

    /** Whether an answer that was given once is good for the question as it is asked now. */
    public Standing standing(String questionId, JsonNode value, LocalDate today) {
        return question(questionId)
                .map(now -> switch (AnswerRules.check(now.question(), value, today)) {
                    case CheckedAnswer.Accepted _ -> Standing.CURRENT;
                    case CheckedAnswer.Refused _ -> Standing.VALUE_NOT_VALID;
                })
                .orElse(Standing.QUESTION_REMOVED);
    }

    /** A question and the questionnaire that asks it. */
    public record Asked(Questionnaire questionnaire, Question question) {}
}
