package org.affinity.profile.questionnaire.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a questionnaire must fulfil before anybody is asked. */
final class QuestionnaireRules {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Questionnaire questionnaire;
    private final SpecialCategories specialCategories;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Question> met = new HashMap<>();

    QuestionnaireRules(Questionnaire questionnaire, SpecialCategories specialCategories) {
        this.questionnaire = questionnaire;
        this.specialCategories = specialCategories;
    }

    /** Every rule that is broken, with the question that breaks it. */
    List<String> problems() {
        String name = questionnaire.id() + " version " + questionnaire.version();
        id(questionnaire.id(), name);
        check(questionnaire.version() >= 1, name, "version must be at least 1");
        text(questionnaire.title(), name, "title");
        text(questionnaire.introduction(), name, "introduction");
        check(questionnaire.questions().findAny().isPresent(), name, "asks nothing");
        Set<String> sections = new HashSet<>();
        for (Section section : questionnaire.sections()) {
            String place = name + " section " + section.id();
            id(section.id(), place);
            text(section.title(), place, "title");
            check(sections.add(section.id()), place, "is there twice");
            section.questions().forEach(question -> question(question, name + " question " + question.id()));
        }
        return problems;
    }

    private void question(Question question, String place) {
        id(question.id(), place);
        text(question.label(), place, "label");
        if (question.help() != null) {
            text(question.help(), place, "help");
        }
        check(question.type() != null, place, "has no type");
        if (question.type() != null) {
            shape(question, place);
        }
        Condition condition = question.askedIf();
        check(condition == null || met.containsKey(condition.questionId()), place, "is asked if a later question …");
        if (condition != null && met.containsKey(condition.questionId())) {
            Question other = met.get(condition.questionId());
            boolean possible = !other.type().hasChoices()
                    || condition.anyOf().stream()
                            .allMatch(value -> other.choice(value.asText()).isPresent());
            check(possible, place, "is asked if " + other.id() + " is something that it cannot be");
        }
        check(met.put(question.id(), question) == null, place, "is there twice");
    }

    private void shape(Question question, String place) {
        boolean chooses = question.type().hasChoices();
        check(chooses == !question.choices().isEmpty(), place, "has choices if and only if it asks for some");
        check(
                question.choiceSet() == null || !question.choices().isEmpty(),
                place,
                "names a choiceSet that is not there");
        Set<String> choices = new HashSet<>();
        for (Choice choice : question.choices()) {
            id(choice.id(), place + " choice " + choice.id());
            text(choice.label(), place + " choice " + choice.id(), "label");
            check(choices.add(choice.id()), place, "offers " + choice.id() + " twice");
        }
        boolean isNumber = question.type() == QuestionType.NUMBER;
        check(
                !isNumber || (question.minimum() != null && question.maximum() != null && question.unit() != null),
                place,
                "needs minimum, maximum and unit");
        check(
                question.minimum() == null
                        || question.maximum() == null
                        || question.minimum().compareTo(question.maximum()) < 0,
                place,
                "has a minimum that is not below its maximum");
        boolean isText = question.type() == QuestionType.TEXT || question.type() == QuestionType.TEXT_LIST;
        check(isText == (question.maximumLength() != null), place, "has a maximumLength if and only if it is a text");
        check(
                question.type() != QuestionType.TEXT_LIST || question.maximumChoices() != null,
                place,
                "needs maximumChoices");
    }

    private void id(String id, String place) {
        check(id != null && ID.matcher(id).matches(), place, "needs an id in kebab case");
        if (id != null) {
            lint(id, place);
        }
    }

    private void text(LocalizedText text, String place, String what) {
        boolean complete = text != null && text.isComplete();
        check(complete, place, "needs its " + what + " in English and French");
        if (complete) {
            lint(text.en(), place);
            lint(text.fr(), place);
        }
    }

    private void lint(String text, String place) {
        specialCategories
                .find(text)
                .ifPresent(finding -> problems.add(place + " asks for data of GDPR art. 9: " + finding));
    }

    private void check(boolean holds, String place, String problem) {
        if (!holds) {
            problems.add(place + " " + problem);
        }
    }
}
