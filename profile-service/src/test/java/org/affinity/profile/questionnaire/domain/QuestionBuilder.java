package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes questions and questionnaires for tests. */
public final class QuestionBuilder {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalizedText TEXT = new LocalizedText("A text", "Un texte");

    private final String id;
    private final QuestionType type;
    private LocalizedText label = TEXT;
    private List<Choice> choices = List.of();
    private Integer maximumChoices;
    private String unit;
    private BigDecimal minimum;
    private BigDecimal maximum;
    private Integer decimals;
    private Integer maximumLength;
    private Condition askedIf;

    private QuestionBuilder(String id, QuestionType type) {
        this.id = id;
        this.type = type;
    }

    public static QuestionBuilder question(String id, QuestionType type) {
        return new QuestionBuilder(id, type);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Questionnaire questionnaire(int version, Question... questions) {
        return new Questionnaire(
                "daily-life", version, TEXT, TEXT, Map.of(), List.of(new Section("first", TEXT, List.of(questions))));
    }

    QuestionBuilder label(String en, String fr) {
        label = new LocalizedText(en, fr);
        return this;
    }

    /** Choices by id; one with a star is exclusive. */
    public QuestionBuilder choices(String... ids) {
        choices = Arrays.stream(ids)
                .map(choice -> new Choice(choice.replace("*", ""), TEXT, choice.endsWith("*")))
                .toList();
        return this;
    }

    QuestionBuilder atMost(int most) {
        maximumChoices = most;
        return this;
    }

    public QuestionBuilder range(String least, String most) {
        minimum = least == null ? null : new BigDecimal(least);
        maximum = most == null ? null : new BigDecimal(most);
        unit = "things";
        return this;
    }

    QuestionBuilder decimals(int most) {
        decimals = most;
        return this;
    }

    QuestionBuilder length(int most) {
        maximumLength = most;
        return this;
    }

    QuestionBuilder askedIf(String questionId, String... values) {
        askedIf = new Condition(
                questionId, Arrays.stream(values).map(QuestionBuilder::json).toList());
        return this;
    }

    public Question build() {
        return new Question(
                id,
                type,
                label,
                null,
                true,
                true,
                choices,
                null,
                maximumChoices,
                unit,
                minimum,
                maximum,
                decimals,
                maximumLength,
                askedIf);
    }
}
