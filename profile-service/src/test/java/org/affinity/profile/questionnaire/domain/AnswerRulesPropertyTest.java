package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.affinity.profile.questionnaire.ShippedQuestionnaire;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerRulesPropertyTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final int ROUNDS = 200;

    @Test
    void shouldNeitherFailOnAnyJsonNorChangeWhatItAcceptedOnce() {
        long seed = 20_260_115;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Question> questions = ShippedQuestionnaire.get().questions().toList();
        int accepted = 0;
        for (Question question : questions) {
            for (int i = 0; i < ROUNDS; i++) {
                JsonNode value = anything(question, random, 0);
                if (AnswerRules.check(question, value, TODAY) instanceof CheckedAnswer.Accepted(JsonNode first)) {
                    accepted++;
                    assertThat(AnswerRules.check(question, first, TODAY))
                            .as("seed %d, %s, %s", seed, question.id(), value)
                            .isEqualTo(new CheckedAnswer.Accepted(first));
                }
            }
        }
        assertThat(accepted).isGreaterThan(questions.size());
    }

    private static JsonNode anything(Question question, RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 1 ? 6 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt(-5, 2_100));
            case 3 -> JSON.numberNode(java.math.BigDecimal.valueOf(random.nextInt(-50, 6_000), random.nextInt(-2, 4)));
            case 4 -> JSON.textNode(random.nextBoolean() ? "2026-03-01" : "x".repeat(random.nextInt(0, 700)));
            case 5 ->
                question.choices().isEmpty()
                        ? JSON.textNode(Character.toString(random.nextInt(0, 0xffff)))
                        : JSON.textNode(question.choices()
                                .get(random.nextInt(question.choices().size()))
                                .id());
            case 6 -> {
                ArrayNode list = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(anything(question, random, depth + 1));
                }
                yield list;
            }
            default ->
                JSON.objectNode()
                        .put("country", random.nextBoolean() ? "FR" : "??")
                        .set("city", anything(question, random, depth + 1));
        };
    }
}
