package org.affinity.profile.questionnaire;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class QuestionnaireComponentTest {

    private static final String PATH = "/v1/questionnaires/consumer-creator";

    private final String creator = Tokens.creator(UUID.randomUUID());

    @Test
    void shouldListQuestionnaires() {
        // Given

        // When
        var reply = as(creator).get("/v1/questionnaires");

        // Then
        reply.then()
                .statusCode(200)
                .body("items.questionnaireId", hasItem("consumer-creator"))
                .body("items[0].title.fr", equalTo("Vous et votre quotidien"))
                .body("items[0].questions", greaterThan(40))
                .body("nextCursor", nullValue());
    }

    @Test
    void shouldShowQuestionsWithEtagAndCacheControl() {
        // Given
        String pets = "sections.questions.flatten().find { it.questionId == 'dog-size' }";

        // When
        var current = as(Tokens.brand(UUID.randomUUID())).get(PATH);
        var first = as(creator).get(PATH + "?version=1");

        // Then
        current.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "private, max-age=300")
                .body("sections", hasSize(7))
                .body("sections[0].title.en", equalTo("Who I am"))
                .body(pets + ".type", equalTo("SINGLE_CHOICE"))
                .body(pets + ".askedIf.questionId", equalTo("pets"))
                .body(pets + ".askedIf.anyOf", contains("dog"))
                .body(pets + ".shownToBrands", equalTo(false))
                .body(pets + ".unit", nullValue());
        assertThat(current.headers().getValues("Cache-Control")).hasSize(1);
        first.then().statusCode(200).header("Cache-Control", containsString("immutable"));
        as(creator).header("If-None-Match", "\"1\"").get(PATH).then().statusCode(304);
    }

    @Test
    void shouldAnswerNotFoundForUnknownOnes() {
        as(creator).get("/v1/questionnaires/unknown").then().statusCode(404);
        as(creator).get(PATH + "?version=99").then().statusCode(404);
        as(creator).get(PATH + "?version=0").then().statusCode(400);
        as(creator).get(PATH + "?version=one").then().statusCode(400);
        RestAssured.given().get(PATH).then().statusCode(401);
    }
}
