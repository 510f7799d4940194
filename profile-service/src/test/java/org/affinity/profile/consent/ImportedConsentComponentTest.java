package org.affinity.profile.consent;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.affinity.profile.ProfileApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** The basis on which a list of creators is imported, and what became of it. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ImportedConsentComponentTest {

    private final ImportedList list = new ImportedList();

    @Test
    void shouldTakeLegitimateInterestsAndTheNameOfTheFileByDefault() {
        // Given

        // When
        UUID creatorId = list.importBy(Tokens.operator(), null).getFirst();

        // Then
        as(Tokens.operator())
                .get("/v1/creators/" + creatorId + "/consents")
                .then()
                .body("sources[0].origin", equalTo("IMPORT_LIST"))
                .body("sources[0].name", equalTo("list.csv"))
                .body("sources[0].lawfulBasis", equalTo("LEGITIMATE_INTERESTS"));
    }

    @Test
    void shouldNotBringBackWhatWasObjectedTo() {
        // Given
        UUID creatorId = list.importBy(list.partner, "LEGITIMATE_INTERESTS").getFirst();
        String path = "/v1/creators/" + creatorId + "/consents";
        String consentId = as(Tokens.creator(creatorId)).get(path).path("sources[0].consentId");
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .delete(path + "/" + consentId)
                .then()
                .statusCode(200);

        // When
        list.importBy(list.partner, "LEGITIMATE_INTERESTS");

        // Then
        as(Tokens.creator(creatorId))
                .get(path)
                .then()
                .body("sources", hasSize(1))
                .body("sources[0].withdrawnAt", notNullValue())
                .body("contact.find { it.channel == 'PLATFORM_MESSAGE' }.mayContact", equalTo(false));
        assertThat(list.tasks()).hasSize(2);
    }

    @Test
    void shouldRefuseABasisThatIsNone() {
        given().auth()
                .oauth2(list.partner)
                .multiPart("file", "list.csv", "handle\nx\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("lawfulBasis", "CURIOSITY")
                .post("/v1/creator-imports")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lawfulBasis"));
    }
}
