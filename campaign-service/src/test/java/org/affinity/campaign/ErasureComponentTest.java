package org.affinity.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.privacy.TransitBox;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ErasureComponentTest {

    private static final String RECEIPT = "campaign.erasure-receipt.recorded.v1";
    private static final String EXTRACT = "campaign.data-extract.recorded.v1";

    private final UUID brand = Driver.id();
    private final UUID lea = Driver.id();
    private final UUID tom = Driver.id();

    @Inject
    AgroalDataSource dataSource;

    private UUID invited(String name) {
        know(Driver.creator(lea, 1, name, "fr"));
        know(Driver.creator(tom, 1, "Tom", "fr"));
        return Driver.invited(brand, lea, tom).getFirst();
    }

    private void know(ObjectNode creator) {
        UUID id = UUID.fromString(creator.get("creatorId").asText());
        Events.publish(Driver.CREATOR_UPDATED, id, creator.get("version").asLong(), creator);
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> assertThat(count("select count(*) from creator where id = '" + id + "'"))
                        .isEqualTo(1));
    }

    private UUID erase(UUID creatorId) {
        UUID erasureId = Driver.id();
        Events.publish(
                "profile.erasure.requested.v1",
                erasureId,
                1,
                Map.of(
                        "erasureId",
                        erasureId,
                        "version",
                        1,
                        "creatorId",
                        creatorId,
                        "requestedAt",
                        Instant.now().toString()));
        return erasureId;
    }

    private long count(String query) throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    ResultSet result = connection.createStatement().executeQuery(query)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private boolean isFoundInAnyTable(String text) throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    ResultSet tables = connection
                            .createStatement()
                            .executeQuery("select table_name from information_schema.tables"
                                    + " where table_schema = current_schema() and table_type = 'BASE TABLE'")) {
                while (tables.next()) {
                    if (found(connection, tables.getString(1), text)) {
                        return true;
                    }
                }
                return false;
            }
        });
    }

    private static boolean found(Connection connection, String table, String text) throws SQLException {
        try (var select = connection.prepareStatement(
                "select count(*) from \"" + table + "\" t where position(lower(?) in lower(t::text)) > 0")) {
            select.setString(1, text);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1) > 0;
            }
        }
    }

    @Test
    void shouldEraseEverythingAboutACreatorAndGiveASignedReceipt() throws Exception {
        // Given
        String name = "Zephyrine" + lea;
        UUID collaboration = invited(name);
        UUID campaign = Driver.campaignOf(brand, collaboration);
        Driver.asCreator(lea)
                .body("{\"reason\": \"Unmistakable refusal " + lea + "\"}")
                .post("/v1/collaborations/{id}/refusal", collaboration);

        // When
        UUID erasure = erase(lea);
        JsonNode receipt = Events.await(RECEIPT, erasure).data();

        // Then
        assertThat(receipt.path("subjectId").asText()).isEqualTo(lea.toString());
        assertThat(receipt.path("service").asText()).isEqualTo("campaign-service");
        assertThat(receipt.path("signature").asText().split("\\.", -1)).hasSize(3);
        assertThat(receipt.path("erased").findValuesAsText("table"))
                .containsExactlyInAnyOrder(
                        "campaign", "proposal", "collaboration", "creator", "dead_letter", "idempotency");
        receipt.path("erased").forEach(table -> {
            if (List.of("proposal", "collaboration", "creator")
                    .contains(table.path("table").asText())) {
                assertThat(table.path("rows").asLong()).isEqualTo(1);
            }
        });
        assertThat(receipt.path("kept")).isNotEmpty();
        for (String trace : List.of(name, "handle." + lea, "Unmistakable refusal")) {
            assertThat(isFoundInAnyTable(trace)).as(trace).isFalse();
        }
        assertThat(count("select count(*) from collaboration where creator_id = '" + lea + "'"))
                .isZero();
        assertThat(count("select count(*) from collaboration where id = '" + collaboration
                        + "' and handle = 'erased' and message = ''"))
                .isEqualTo(1);
        Driver.asBrand(brand)
                .get("/v1/campaigns/{id}/proposal", campaign)
                .then()
                .statusCode(200)
                .body("panel.creatorId", org.hamcrest.Matchers.contains(tom.toString()))
                .body("panel[0].rank", org.hamcrest.Matchers.equalTo(2))
                .body("redactedPlaces", org.hamcrest.Matchers.equalTo(1));
        Driver.asCreator(lea)
                .get("/v1/collaborations/{id}", collaboration)
                .then()
                .statusCode(404);
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("campaign.collaboration").stream()
                                .filter(event -> event.key().equals(collaboration.toString()))
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .data()
                                .isNull())
                        .isTrue());
    }

    /** A published campaign whose brief asks for one creator and against another. */
    private UUID naming(UUID wanted, UUID unwanted) {
        ObjectNode campaign = Driver.campaign();
        ObjectNode panel = ((ObjectNode) campaign.get("brief")).putObject("panel");
        panel.putArray("mustInclude").add(wanted.toString());
        panel.putArray("exclude").add(unwanted.toString());
        panel.putArray("overlaps")
                .addObject()
                .put("oneCreatorId", wanted.toString())
                .put("otherCreatorId", unwanted.toString())
                .put("people", 12);
        return Driver.draft(brand, campaign);
    }

    @Test
    void shouldTakeAnErasedCreatorOutOfBriefsAndTellThoseAgainThatOthersKnow() throws Exception {
        // Given
        UUID draft = naming(lea, tom);
        UUID published = naming(tom, lea);
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/publication", published)
                .then()
                .statusCode(200);
        UUID closed = naming(lea, tom);
        Driver.asBrand(brand).post("/v1/campaigns/{id}/publication", closed);
        Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", closed).then().statusCode(200);

        // When
        JsonNode receipt = Events.await(RECEIPT, erase(lea)).data();

        // Then
        assertThat(receipt.path("erased").toString())
                .contains("{\"table\":\"campaign\",\"action\":\"ANONYMISED\",\"rows\":3}");
        assertThat(count("select count(*) from campaign where strpos(brief::text, '" + lea + "') > 0"))
                .isZero();
        Driver.asBrand(brand)
                .get("/v1/campaigns/{id}", draft)
                .then()
                .statusCode(200)
                .header("ETag", org.hamcrest.Matchers.equalTo("\"2\""))
                .body("brief.panel.mustInclude", org.hamcrest.Matchers.empty())
                .body("brief.panel.exclude", org.hamcrest.Matchers.contains(tom.toString()))
                .body("brief.panel.overlaps", org.hamcrest.Matchers.empty());
        assertToldAgain("campaign.campaign.published.v1", published, 3);
        assertToldAgain("campaign.campaign.closed.v1", closed, 4);
        assertThat(Events.onTopic("campaign.campaign"))
                .noneMatch(event -> event.key().equals(draft.toString()));
    }

    private void assertToldAgain(String type, UUID campaign, long version) {
        JsonNode again = Events.await(type, campaign, version).data();
        EventContracts.assertValid(type, again);
        assertThat(again.path("redaction").asText()).isEqualTo("ERASED");
        assertThat(again.toString()).doesNotContain(lea.toString()).contains(tom.toString());
    }

    @Test
    void shouldNotBringAnErasedCreatorBack() throws Exception {
        // Given
        UUID collaboration = invited("Late " + lea);
        UUID campaign = Driver.campaignOf(brand, collaboration);
        Events.await(RECEIPT, erase(lea));

        // When
        Events.publish(Driver.CREATOR_UPDATED, lea, 9, Driver.creator(lea, 9, "Late again", "fr"));
        Events.publish(Driver.CREATOR_UPDATED, lea, 10, (Object) null);
        ObjectNode match = Driver.match(brand, campaign, lea, tom).put("campaignVersion", 99);
        Events.publish(Driver.MATCHED, UUID.fromString(match.get("matchId").asText()), 1, match);
        Driver.awaitProposal(brand, campaign, match);

        // Then
        know(Driver.creator(Driver.id(), 1, "After", "fr"));
        assertThat(count("select count(*) from creator where id = '" + lea + "'"))
                .isZero();
        assertThat(Driver.asBrand(brand)
                        .get("/v1/campaigns/{id}/proposal", campaign)
                        .jsonPath()
                        .getList("panel.creatorId"))
                .containsExactly(tom.toString());
        assertThat(count("select count(*) from dead_letter where key = '" + lea + "'"))
                .isZero();
    }

    @Test
    void shouldHandOutAllAboutACreatorForTheReceiverAloneAndTakeItBack() throws Exception {
        // Given
        UUID collaboration = invited("Export " + lea);
        UUID export = Driver.id();
        var keys = TransitBox.newKeys();
        byte[] publicKey = keys.getPublic().getEncoded();

        // When
        Events.publish(
                "profile.data-export.requested.v1",
                export,
                1,
                Map.of("exportId", export, "version", 1, "creatorId", lea, "publicKey", publicKey));
        JsonNode extract = Events.await(EXTRACT, export).data();
        Events.publish("profile.data-export.erased.v1", export, 2, (Object) null);

        // Then
        JsonNode files = Driver.json(new String(
                TransitBox.open(
                        keys.getPrivate().getEncoded(),
                        publicKey,
                        java.util.Base64.getDecoder()
                                .decode(extract.path("sealed").asText())),
                java.nio.charset.StandardCharsets.UTF_8));
        assertThat(files.at("/collaborations/0/id").asText()).isEqualTo(collaboration.toString());
        assertThat(files.at("/collaborations/0/message").asText()).contains("Export " + lea);
        assertThat(files.at("/proposals/0/place/creatorId").asText()).isEqualTo(lea.toString());
        assertThat(files.toString()).doesNotContain(tom.toString());
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("campaign.data-extract").stream()
                                .filter(event -> event.key().equals(export.toString()))
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .data()
                                .isNull())
                        .isTrue());
    }

    @Test
    void shouldPublishTheKeyOfItsReceiptsToEverybody() {
        io.restassured.RestAssured.given()
                .get("/v1/campaign-receipt-keys")
                .then()
                .statusCode(200)
                .body("keys[0].crv", org.hamcrest.Matchers.equalTo("Ed25519"))
                .body("keys[0].kid", org.hamcrest.Matchers.hasLength(43));
    }
}
