package org.affinity.profile.guardianship;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class GuardianshipComponentTest {

    private static final Map<String, String> GUARDIAN = Map.of("name", "Claire Martin", "email", "claire@example.org");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final UUID creatorId = UUID.randomUUID();
    private final String creator = Tokens.creator(creatorId);
    private final String path = "/v1/creators/" + creatorId + "/guardianship";

    private void signUpBorn(Integer year) {
        var born = new HashMap<>(profile(handle()));
        if (year != null) {
            born.put("birthYear", year);
        }
        signUp(creatorId, born);
    }

    private Response putGuardian(String token, Map<String, String> guardian) {
        return as(token).header("If-Match", "*").body(guardian).put(path + "/guardian");
    }

    private Response putEvidence(Map<String, ?> evidence) {
        return as(Tokens.operator()).header("If-Match", "*").body(evidence).put(path + "/evidence");
    }

    private Map<String, String> consent() {
        return Map.of("givenOn", today.toString(), "reference", "consent 1");
    }

    private Map<String, String> authorisation() {
        return Map.of(
                "reference",
                "75-1",
                "authority",
                "Préfecture de Paris",
                "from",
                today.toString(),
                "until",
                today.plusMonths(2).toString());
    }

    @Test
    void shouldKeepAYoungMinorOutUntilGuardianAndAdministrationAgree() {
        // Given
        signUpBorn(today.getYear() - 14);
        JsonNode before = Events.await(CreatorState.UPDATED, creatorId).data().path("minor");

        // When
        putGuardian(creator, GUARDIAN).then().statusCode(200).header("ETag", "\"2\"");
        var onlyConsent = putEvidence(Map.of("guardianConsent", consent()));
        var both = putEvidence(Map.of("guardianConsent", consent(), "authorisation", authorisation()));

        // Then
        assertThat(before.path("status").asText()).isEqualTo("MINOR_NOT_AUTHORISED");
        onlyConsent.then().statusCode(200).body("status", equalTo("MINOR_NOT_AUTHORISED"));
        both.then()
                .statusCode(200)
                .body("status", equalTo("MINOR_AUTHORISED"))
                .body("guardian.name", equalTo("Claire Martin"))
                .body("authority", equalTo("Préfecture de Paris"))
                .body("allowedPeriods[0].until", equalTo(today.plusMonths(2).toString()));
        JsonNode after = Events.await(CreatorState.UPDATED, creatorId, 4).data();
        assertThat(after.at("/minor/status").asText()).isEqualTo("MINOR_AUTHORISED");
        assertThat(after.toString()).doesNotContain("Claire").doesNotContain("75-1");
    }

    @Test
    void shouldNeedConsentAloneAtSixteenAndSeventeen() {
        // Given
        signUpBorn(today.getYear() - 17);
        putGuardian(creator, GUARDIAN).then().statusCode(200);

        // When
        var reply = putEvidence(Map.of("guardianConsent", consent()));

        // Then
        reply.then().body("status", equalTo("MINOR_AUTHORISED"));
    }

    @Test
    void shouldTakeProofOfAgeInPlaceOfADateOfBirth() {
        // Given
        signUpBorn(today.getYear() - 18);
        as(creator).get(path).then().statusCode(200).body("status", equalTo("MINOR_NOT_AUTHORISED"));

        // When
        var reply = putEvidence(
                Map.of("attestedAge", Map.of("age", 18, "seenOn", today.toString(), "reference", "call 7")));

        // Then
        reply.then().statusCode(200).body("status", equalTo("ADULT")).body("attestationReference", equalTo("call 7"));
    }

    @Test
    void shouldSayThatTheAgeOfMostCreatorsOfListsIsUnknown() {
        // Given
        signUpBorn(null);

        // When
        var reply = as(creator).get(path);

        // Then
        reply.then().body("status", equalTo("UNKNOWN")).body("allowedPeriods", empty());
        assertThat(Events.await(CreatorState.UPDATED, creatorId)
                        .data()
                        .at("/minor/status")
                        .asText())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void shouldTakeConsentBackWhenTheGuardianChangesOrGoes() {
        // Given
        signUpBorn(today.getYear() - 17);
        putGuardian(creator, GUARDIAN).then().statusCode(200);
        putEvidence(Map.of("guardianConsent", consent())).then().body("status", equalTo("MINOR_AUTHORISED"));

        // When
        var same = putGuardian(creator, GUARDIAN);
        var other = putGuardian(creator, Map.of("name", "Somebody Else", "phone", "+33612345678"));
        var none = as(creator).header("If-Match", "*").delete(path + "/guardian");

        // Then
        same.then().body("status", equalTo("MINOR_AUTHORISED"));
        other.then()
                .body("status", equalTo("MINOR_NOT_AUTHORISED"))
                .body("guardianConsentOn", nullValue())
                .body("guardianConsentReference", nullValue())
                .body("guardian.email", nullValue());
        none.then().statusCode(200).body("guardian", nullValue());
    }

    @Test
    void shouldNotLetMinorsVouchForThemselves() {
        // Given
        signUpBorn(today.getYear() - 14);

        // When
        var reply = as(creator)
                .header("If-Match", "*")
                .body(Map.of("guardianConsent", consent()))
                .put(path + "/evidence");

        // Then
        reply.then().statusCode(403);
        putEvidence(Map.of("guardianConsent", consent()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/guardianConsent"));
    }

    @Test
    void shouldRefuseBadInput() {
        signUpBorn(today.getYear() - 14);
        putGuardian(creator, Map.of("name", "Claire")).then().statusCode(422);
        putGuardian(creator, Map.of("name", "Claire", "email", "nowhere"))
                .then()
                .statusCode(422);
        putGuardian(creator, Map.of("name", "Claire", "phone", "06 12")).then().statusCode(422);
        String tomorrow = today.plusDays(2).toString();
        putEvidence(Map.of(
                        "guardianConsent",
                        Map.of("givenOn", tomorrow, "reference", "x"),
                        "authorisation",
                        Map.of("reference", "x", "authority", "y", "from", tomorrow, "until", today.toString()),
                        "attestedAge",
                        Map.of("age", 17, "seenOn", tomorrow, "reference", "x")))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/guardianConsent/givenOn",
                                "/authorisation/until",
                                "/attestedAge/age",
                                "/attestedAge/seenOn"));
        as(creator).body(GUARDIAN).put(path + "/guardian").then().statusCode(428);
        as(creator)
                .header("If-Match", "\"5\"")
                .body(GUARDIAN)
                .put(path + "/guardian")
                .then()
                .statusCode(412);
    }

    @Test
    void shouldHideGuardiansFromEverybodyElse() {
        // Given
        signUpBorn(today.getYear() - 14);
        putGuardian(creator, GUARDIAN).then().statusCode(200);
        String other = Tokens.creator(UUID.randomUUID());

        // When
        var read = as(other).get(path);
        var write = putGuardian(other, Map.of("name", "Mallory", "email", "m@example.org"));
        var brand = as(Tokens.brand(UUID.randomUUID())).get(path);

        // Then
        read.then().statusCode(404);
        write.then().statusCode(404);
        brand.then().statusCode(403);
        as(creator).get(path).then().body("guardian.name", equalTo("Claire Martin"));
    }
}
