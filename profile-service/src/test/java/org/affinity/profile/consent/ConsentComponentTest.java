package org.affinity.profile.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ConsentComponentTest {

    private static final String EMAIL = "contact.find { it.channel == 'EMAIL' }";
    private static final String MESSAGE = "contact.find { it.channel == 'PLATFORM_MESSAGE' }";

    private final UUID creatorId = UUID.randomUUID();
    private final String creator = Tokens.creator(creatorId);
    private final String path = "/v1/creators/" + creatorId + "/consents";

    @BeforeEach
    void signUpFirst() {
        signUp(creatorId, profile(handle()));
    }

    private Response put(String token, Map<String, ?> body) {
        return as(token).header("If-Match", "*").body(body).put(path);
    }

    @Test
    void shouldHoldDataOfWhoSignedUpOnTheContract() {
        // Given

        // When
        var reply = as(creator).get(path);

        // Then
        reply.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sources", hasSize(1))
                .body("sources[0].origin", equalTo("CREATOR"))
                .body("sources[0].lawfulBasis", equalTo("CONTRACT"))
                .body("sources[0].purposes", containsInAnyOrder("MATCHING", "CONTACT"))
                .body("sources[0].withdrawnAt", nullValue())
                .body("contact.channel", contains("EMAIL", "PHONE", "POST", "PLATFORM_MESSAGE"))
                .body(EMAIL + ".mayContact", equalTo(false))
                .body(EMAIL + ".reason", equalTo("NEVER_GIVEN"))
                .body(MESSAGE + ".mayContact", equalTo(true))
                .body(MESSAGE + ".reason", equalTo("OTHER_LAWFUL_BASIS"));
    }

    @Test
    void shouldOpenChannelsByConsentAndKeepTheProofOfItsWithdrawal() {
        // Given
        var both = Map.of("contact", List.of(Map.of("channel", "EMAIL"), Map.of("channel", "PHONE")));
        String given = put(creator, both)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(EMAIL + ".mayContact", equalTo(true))
                .extract()
                .path(EMAIL + ".givenAt");

        // When
        var less = put(creator, Map.of("contact", List.of(Map.of("channel", "EMAIL"))));
        String consentId = less.path(EMAIL + ".consentId");
        var withdrawn = as(creator).header("If-Match", "\"3\"").delete(path + "/" + consentId);

        // Then
        less.then()
                .statusCode(200)
                .body(EMAIL + ".givenAt", equalTo(given))
                .body("contact.find { it.channel == 'PHONE' }.mayContact", equalTo(false))
                .body("contact.find { it.channel == 'PHONE' }.reason", equalTo("CONSENT_WITHDRAWN"))
                .body("contact.find { it.channel == 'PHONE' }.withdrawnAt", notNullValue());
        withdrawn
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body(EMAIL + ".mayContact", equalTo(false))
                .body(EMAIL + ".withdrawnAt", notNullValue());
    }

    @Test
    void shouldTellWithTheCreatorWhichChannelsAreOpen() {
        // Given
        var email = Map.of("contact", List.of(Map.of("channel", "EMAIL")));
        String consentId = put(creator, email).then().extract().path(EMAIL + ".consentId");

        // When
        as(creator)
                .header("If-Match", "\"2\"")
                .delete(path + "/" + consentId)
                .then()
                .statusCode(200);

        // Then
        Events.await("profile.creator.updated.v1", creatorId, 3);
        assertThat(channels(1).isNull()).isTrue();
        assertThat(channels(2)).extracting(JsonNode::asText).containsExactly("EMAIL", "POST", "PLATFORM_MESSAGE");
        assertThat(channels(3)).extracting(JsonNode::asText).containsExactly("POST", "PLATFORM_MESSAGE");
    }

    private JsonNode channels(long version) {
        return Events.published("profile.creator.updated.v1", creatorId).stream()
                .filter(event -> event.sequence() == version)
                .findFirst()
                .orElseThrow()
                .data()
                .get("contactChannels");
    }

    @Test
    void shouldKeepTheHistoryOfAConsentThatChanges() {
        // Given
        put(creator, source("MATCHING")).then().statusCode(200);

        // When
        var reply = put(creator, source("MATCHING", "MEASUREMENT"));

        // Then
        String form = "sources.findAll { it.name == 'form' }";
        reply.then()
                .statusCode(200)
                .body(form, hasSize(2))
                .body(form + "[0].withdrawnAt", notNullValue())
                .body(form + "[0].purposes", contains("MATCHING"))
                .body(form + "[1].withdrawnAt", nullValue())
                .body(form + "[1].purposes", containsInAnyOrder("MATCHING", "MEASUREMENT"))
                .body(form + "[1].proofReference", equalTo("form 12"));
    }

    private static Map<String, ?> source(String... purposes) {
        return Map.of("sources", List.of(Map.of("name", "form", "purposes", purposes, "proofReference", "form 12")));
    }

    @Test
    void shouldNotWithdrawTheContract() {
        // Given
        String contract = as(creator).get(path).path("sources[0].consentId");

        // When
        var reply = as(creator).header("If-Match", "*").delete(path + "/" + contract);

        // Then
        reply.then().statusCode(409).body("type", equalTo("urn:affinity:problem:not-withdrawable"));
    }

    @Test
    void shouldLetOperatorsAloneStateWhatOthersGave() {
        // Given
        var network = Map.of(
                "sources",
                List.of(Map.of(
                        "origin",
                        "NETWORK",
                        "name",
                        "Instagram",
                        "lawfulBasis",
                        "LEGITIMATE_INTERESTS",
                        "purposes",
                        List.of("MATCHING"))));

        // When
        var byCreator = put(creator, network);
        var byOperator = put(Tokens.operator(), network);
        var later = put(creator, Map.of());

        // Then
        byCreator
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sources/0/origin", "/sources/0/lawfulBasis"));
        byOperator.then().statusCode(200).body("sources.origin", contains("CREATOR", "NETWORK"));
        later.then().statusCode(200).body("sources.withdrawnAt", contains(nullValue(), nullValue()));
    }

    @Test
    void shouldRefuseBadInputAndForeignCallers() {
        var twice = Map.of("contact", List.of(Map.of("channel", "POST"), Map.of("channel", "POST")));
        put(creator, twice).then().statusCode(422).body("errors[0].pointer", equalTo("/contact/1"));
        put(creator, Map.of("contact", List.of(Map.of("channel", "EMAIL", "givenAt", "2999-01-01T00:00:00Z"))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/contact/0/givenAt"));
        put(creator, Map.of("contact", List.of(Map.of("channel", "PIGEON"))))
                .then()
                .statusCode(422);
        put(creator, Map.of("sources", List.of(Map.of("name", " ", "purposes", List.of()))))
                .then()
                .statusCode(422);
        as(creator).body(Map.of()).put(path).then().statusCode(428);
        as(creator).header("If-Match", "\"9\"").body(Map.of()).put(path).then().statusCode(412);
        String other = Tokens.creator(UUID.randomUUID());
        as(other).get(path).then().statusCode(404);
        put(other, Map.of()).then().statusCode(404);
        as(Tokens.brand(UUID.randomUUID())).get(path).then().statusCode(403);
        as(creator)
                .header("If-Match", "*")
                .delete(path + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNotWithdrawAConsentOfAnotherCreatorThroughOnesOwn() {
        // Given
        UUID other = UUID.randomUUID();
        signUp(other, profile(handle()));
        String foreign =
                as(Tokens.operator()).get("/v1/creators/" + other + "/consents").path("sources[0].consentId");

        // When
        var reply = as(Tokens.operator()).header("If-Match", "*").delete(path + "/" + foreign);

        // Then
        reply.then().statusCode(404);
    }
}
