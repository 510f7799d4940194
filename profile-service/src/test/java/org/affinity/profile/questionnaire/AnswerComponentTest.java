package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class AnswerComponentTest {

    private final UUID creatorId = UUID.randomUUID();
    private final String creator = Tokens.creator(creatorId);
    private final String path = "/v1/creators/" + creatorId + "/questionnaire-answers";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    CarryOver carryOver;

    @BeforeEach
    void signUpFirst() {
        signUp(creatorId, profile(handle()));
    }

    private Response put(String token, String questionId, Object value) {
        return as(token).header("If-Match", "*").body(Map.of("value", value)).put(path + "/" + questionId);
    }

    private Response patch(Object... questionsAndValues) {
        var answers = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < questionsAndValues.length; i += 2) {
            var answer = new HashMap<String, Object>();
            answer.put("questionId", questionsAndValues[i]);
            answer.put("value", questionsAndValues[i + 1]);
            answers.add(answer);
        }
        return as(creator)
                .header("If-Match", "*")
                .body(Map.of("answers", answers))
                .patch(path);
    }

    @Test
    void shouldTakeOneAnswerAndTellMatchingOfIt() {
        // Given

        // When
        var reply =
                as(creator).header("If-Match", "\"1\"").body(Map.of("value", 3)).put(path + "/household-size");

        // Then
        reply.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("answers.questionId", contains("household-size"))
                .body("answers[0].value", equalTo(3))
                .body("answers[0].source", equalTo("CREATOR"))
                .body("answers[0].answeredAt", notNullValue())
                .body("answers[0].questionnaireVersion", equalTo(1))
                .body("answers[0].standing", equalTo("CURRENT"))
                .body("completeness[0].answered", equalTo(1))
                .body("completeness[0].sections.find { it.sectionId == 'household' }.answered", equalTo(1));
        JsonNode event = Events.await(CreatorState.UPDATED, creatorId, 2).data();
        assertThat(event.at("/answers/household-size").asInt()).isEqualTo(3);
    }

    @Test
    void shouldTakeSeveralAnswersOrNone() {
        // Given
        var home = Map.of("country", "FR", "city", "Rennes");

        // When
        var broken = patch("home-place", home, "household-size", 0, "pets", List.of("cat", "none"), "unknown", 1);
        var whole = patch("home-place", home, "household-size", 4, "work-place", home);

        // Then
        broken.then()
                .statusCode(422)
                .body("errors.pointer", contains("/answers/1/value", "/answers/2/value", "/answers/3"))
                .body("errors.rule", contains("range", "exclusive", "question"))
                .body("errors[0].detail", containsString("household-size"))
                .body("errors[0].detail", containsString("from 1 to 20 persons"));
        whole.then().statusCode(200).header("ETag", "\"2\"");
        JsonNode answers =
                Events.await(CreatorState.UPDATED, creatorId, 2).data().path("answers");
        assertThat(answers.at("/home-place/city").asText()).isEqualTo("Rennes");
        assertThat(answers.has("work-place")).isFalse();
    }

    @Test
    void shouldLeaveNothingOfAWithdrawnAnswer() throws Exception {
        // Given
        patch("about-me", "I bake", "household-size", 4, "has-children", true)
                .then()
                .statusCode(200);

        // When
        var one = as(creator).header("If-Match", "\"2\"").delete(path + "/household-size");
        var several = patch("has-children", null, "driving-licence", true);

        // Then
        one.then().statusCode(200).header("ETag", "\"3\"");
        several.then().statusCode(200).body("answers.questionId", contains("about-me", "driving-licence"));
        JsonNode answers =
                Events.await(CreatorState.UPDATED, creatorId, 4).data().path("answers");
        assertThat(answers.toString()).isEqualTo("{\"driving-licence\":true}");
        assertThat(countAsSystem("select count(*) from questionnaire_answer where creator_id = '" + creatorId
                        + "' and question_id in ('household-size', 'has-children')"))
                .isZero();
        as(creator)
                .header("If-Match", "*")
                .delete(path + "/household-size")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldLeaveNoEventWhenNothingChanges() {
        // Given
        patch("pets", List.of("dog", "cat"), "household-size", 4).then().header("ETag", "\"2\"");

        // When
        var same = patch("pets", List.of("cat", "dog"), "household-size", 4, "smartphone", null);

        // Then
        same.then().statusCode(200).header("ETag", "\"2\"");
        assertThat(Events.published(CreatorState.UPDATED, creatorId)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldShowBrandsOnlyWhatIsMeantForThem() {
        // Given
        patch("about-me", "I bake", "has-children", true, "other-constraints", "No Mondays", "household-size", 2)
                .then()
                .statusCode(200);

        // When
        var brand = as(Tokens.brand(UUID.randomUUID())).get(path);
        var partner = as(Tokens.partner(UUID.randomUUID())).get(path);
        var operator = as(Tokens.operator()).get(path);

        // Then
        brand.then()
                .statusCode(200)
                .body("answers.questionId", contains("about-me", "household-size"))
                .body("completeness", empty());
        partner.then().body("answers.questionId", contains("about-me", "household-size"));
        operator.then()
                .body(
                        "answers.questionId",
                        contains("about-me", "has-children", "household-size", "other-constraints"));
    }

    @Test
    void shouldHideAnswersFromOtherCreatorsAndRefuseTheirChanges() {
        // Given
        patch("household-size", 2).then().statusCode(200);
        String other = Tokens.creator(UUID.randomUUID());

        // When
        var read = as(other).get(path);
        var write = put(other, "household-size", 9);
        var batch = as(other)
                .header("If-Match", "*")
                .body(Map.of("answers", List.of(Map.of("questionId", "household-size", "value", 9))))
                .patch(path);
        var delete = as(other).header("If-Match", "*").delete(path + "/household-size");
        var brand = put(Tokens.brand(UUID.randomUUID()), "household-size", 9);

        // Then
        read.then().statusCode(404);
        write.then().statusCode(404);
        batch.then().statusCode(404);
        delete.then().statusCode(404);
        brand.then().statusCode(403);
        as(creator).get(path).then().body("answers[0].value", equalTo(2));
    }

    @Test
    void shouldShowNoRowWithoutCaller() throws Exception {
        // Given
        patch("household-size", 2).then().statusCode(200);

        // When
        int visible = count("select count(*) from questionnaire_answer");

        // Then
        assertThat(visible).isZero();
    }

    @Test
    void shouldNoteWhenAnOperatorAnswers() {
        // Given

        // When
        var reply = put(Tokens.operator(), "driving-licence", true);

        // Then
        reply.then().statusCode(200).body("answers[0].source", equalTo("OPERATOR"));
    }

    @Test
    void shouldRefuseBadInputAndStaleVersions() {
        put(creator, "household-size", "three")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/value"))
                .body("errors[0].rule", equalTo("number"));
        put(creator, "no-such-question", 1).then().statusCode(422).body("errors[0].rule", equalTo("question"));
        as(creator)
                .header("If-Match", "*")
                .body("{\"value\": null}")
                .put(path + "/pets")
                .then()
                .statusCode(422);
        as(creator)
                .header("If-Match", "*")
                .body("{}")
                .put(path + "/pets")
                .then()
                .statusCode(422);
        as(creator).header("If-Match", "*").body("{").put(path + "/pets").then().statusCode(400);
        as(creator)
                .body(Map.of("value", 3))
                .put(path + "/household-size")
                .then()
                .statusCode(428);
        as(creator)
                .header("If-Match", "\"7\"")
                .body(Map.of("value", 3))
                .put(path + "/household-size")
                .then()
                .statusCode(412);
        patch("pets", List.of("cat"), "pets", List.of("dog"))
                .then()
                .statusCode(422)
                .body("errors[0].rule", equalTo("unique"));
        as(creator)
                .header("If-Match", "*")
                .body("{\"answers\": []}")
                .patch(path)
                .then()
                .statusCode(422);
        as(Tokens.creator(UUID.randomUUID()))
                .get("/v1/creators/" + UUID.randomUUID() + "/questionnaire-answers")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldReportOutdatedAnswersAndCarryOverTheOthers() throws Exception {
        // Given
        patch("household-size", 2, "area-type", "city").then().statusCode(200);
        runAsSystem("update questionnaire_answer set questionnaire_version = 0 where creator_id = '" + creatorId + "'");
        runAsSystem("insert into questionnaire_answer values ('" + creatorId
                + "', 'landline', 'consumer-creator', 0, 'true', true, 'CREATOR', now())");
        runAsSystem("update questionnaire_answer set value = '\"castle\"' where question_id = 'area-type'"
                + " and creator_id = '" + creatorId + "'");

        // When
        var before = as(creator).get(path);
        Tenancy.asSystem(carryOver::run);
        var after = as(creator).get(path);

        // Then
        before.then()
                .body("answers.questionId", contains("area-type", "household-size", "landline"))
                .body("answers.standing", contains("VALUE_NOT_VALID", "CURRENT", "QUESTION_REMOVED"))
                .body("completeness[0].answered", equalTo(1));
        after.then().body("answers.questionnaireVersion", contains(0, 1, 0));
        as(Tokens.brand(UUID.randomUUID())).get(path).then().body("answers.questionId", contains("household-size"));
        JsonNode answers =
                Events.await(CreatorState.UPDATED, creatorId, 3).data().path("answers");
        assertThat(answers.toString()).isEqualTo("{\"household-size\":2}");
        as(creator).header("If-Match", "*").delete(path + "/landline").then().statusCode(200);
    }

    private int countAsSystem(String query) throws Exception {
        return Tenancy.callAsSystem(() -> count(query));
    }

    private void runAsSystem(String statement) throws Exception {
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return connection.createStatement().executeUpdate(statement);
            }
        });
    }

    private int count(String query) throws java.sql.SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
