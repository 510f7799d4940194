package org.affinity.profile.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.affinity.kit.privacy.TransitBox;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class DataExportComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID creatorId = UUID.randomUUID();
    private final String handle = handle();

    @Inject
    AgroalDataSource dataSource;

    private String request() {
        signUp(creatorId, profile(handle));
        return as(Tokens.creator(creatorId))
                .post("/v1/data-exports")
                .then()
                .statusCode(202)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("exportId");
    }

    private static void publish(String exportId, String service, byte[] sealed, int part, int parts) {
        UUID key = part == 1 ? UUID.fromString(exportId) : UUID.randomUUID();
        Events.publish(
                service + ".data-extract.recorded.v1",
                key,
                1,
                Map.of(
                        "exportId",
                        exportId,
                        "version",
                        1,
                        "service",
                        service + "-service",
                        "sealed",
                        sealed,
                        "part",
                        part,
                        "parts",
                        parts));
    }

    private void answer(String exportId) {
        JsonNode asked = Events.await("profile.data-export.requested.v1", UUID.fromString(exportId))
                .data();
        byte[] publicKey = Base64.getDecoder().decode(asked.path("publicKey").asText());
        for (String service : List.of("campaign", "matching", "reporting")) {
            byte[] files =
                    ("{\"things\": [{\"of\": \"" + service + " " + handle + "\"}]}").getBytes(StandardCharsets.UTF_8);
            Events.publish(
                    service + ".data-extract.recorded.v1",
                    UUID.fromString(exportId),
                    1,
                    Map.of(
                            "exportId",
                            exportId,
                            "version",
                            1,
                            "service",
                            service + "-service",
                            "sealed",
                            TransitBox.seal(publicKey, files)));
        }
        PrivacyApi.awaitState(creatorId, "/v1/data-exports/" + exportId, "READY");
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void shouldGatherEverythingIntoOneArchive() throws IOException {
        // Given
        String exportId = request();
        as(Tokens.creator(creatorId))
                .get("/v1/data-exports/" + exportId + "/archive")
                .then()
                .statusCode(409)
                .body("type", containsString("export-not-ready"));

        // When
        answer(exportId);
        var reply = as(Tokens.creator(creatorId)).get("/v1/data-exports/" + exportId + "/archive");

        // Then
        reply.then().statusCode(200).header("Content-Type", "application/zip");
        Map<String, String> files = unzip(reply.asByteArray());
        assertThat(files)
                .containsKeys(
                        "README.txt",
                        "manifest.json",
                        "profile-service/creator.json",
                        "profile-service/account.json",
                        "profile-service/disclosure.json",
                        "campaign-service/things.json",
                        "matching-service/things.json",
                        "reporting-service/things.json");
        assertThat(JSON.readTree(files.get("profile-service/account.json"))
                        .at("/0/handle")
                        .asText())
                .isEqualTo(handle);
        assertThat(files.get("reporting-service/things.json")).contains("reporting " + handle);
        assertThat(JSON.readTree(files.get("manifest.json")).path("files")).hasSize(files.size() - 2);
    }

    @Test
    void shouldWaitForEveryPartOfALargeAnswer() throws IOException {
        // Given
        String exportId = request();
        JsonNode asked = Events.await("profile.data-export.requested.v1", UUID.fromString(exportId))
                .data();
        byte[] publicKey = Base64.getDecoder().decode(asked.path("publicKey").asText());
        byte[] files = ("{\"things\": [{\"of\": \"" + handle + "\"}]}").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = TransitBox.seal(publicKey, files);
        byte[] first = Arrays.copyOfRange(sealed, 0, 60);
        byte[] second = Arrays.copyOfRange(sealed, 60, sealed.length);
        publish(exportId, "campaign", second, 2, 2);
        publish(exportId, "matching", sealed, 1, 1);
        publish(exportId, "reporting", sealed, 1, 1);
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .until(() -> PrivacyApi.count(dataSource, "data_export_part", "export_id", exportId) == 3);
        as(Tokens.creator(creatorId)).get("/v1/data-exports/" + exportId).then().body("state", equalTo("PENDING"));

        // When
        publish(exportId, "campaign", first, 1, 2);
        PrivacyApi.awaitState(creatorId, "/v1/data-exports/" + exportId, "READY");

        // Then
        Map<String, String> archive = unzip(as(Tokens.creator(creatorId))
                .get("/v1/data-exports/" + exportId + "/archive")
                .asByteArray());
        assertThat(archive.get("campaign-service/things.json")).contains(handle);
    }

    @Test
    void shouldHandOutContactDataOpened() throws IOException {
        // Given
        signUp(creatorId, profile(handle));
        String address = handle + "@example.org";
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(Map.of("channels", List.of(Map.of("kind", "EMAIL", "address", address, "preferred", true))))
                .put("/v1/creators/" + creatorId + "/contact-channels")
                .then()
                .statusCode(200);
        String exportId = as(Tokens.creator(creatorId))
                .post("/v1/data-exports")
                .then()
                .statusCode(202)
                .extract()
                .path("exportId");

        // When
        answer(exportId);

        // Then
        Map<String, String> archive = unzip(as(Tokens.creator(creatorId))
                .get("/v1/data-exports/" + exportId + "/archive")
                .asByteArray());
        JsonNode contact = JSON.readTree(archive.get("profile-service/contact-channel.json"));
        assertThat(contact.at("/0/channels/0/address").asText()).isEqualTo(address);
    }

    @Test
    void shouldLeaveNothingReadableOnTheWay() throws Exception {
        // Given
        String exportId = request();

        // When
        answer(exportId);

        // Then
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("profile.data-export").stream()
                                .filter(event -> event.key().equals(exportId))
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .data()
                                .isNull())
                        .isTrue());
        long left = Tenancy.callAsSystem(() -> {
            try (var connection = dataSource.getConnection();
                    var result = connection
                            .createStatement()
                            .executeQuery("select (select count(*) from data_export_key where export_id = '" + exportId
                                    + "') + (select count(*) from data_export_part where export_id = '" + exportId
                                    + "')")) {
                result.next();
                return result.getLong(1);
            }
        });
        assertThat(left).isZero();
        assertThat(PrivacyApi.tablesWith(dataSource, "reporting " + handle)).isEmpty();
    }

    @Test
    void shouldGiveTheArchiveToItsCreatorAloneAndForSevenDays() throws Exception {
        // Given
        String exportId = request();
        UUID foreign = UUID.randomUUID();
        answer(exportId);
        String archive = "/v1/data-exports/" + exportId + "/archive";
        int byForeigner = as(Tokens.creator(foreign)).get(archive).statusCode();
        int byOperator = as(Tokens.operator()).get(archive).statusCode();
        int byBrand = as(Tokens.brand(UUID.randomUUID())).get(archive).statusCode();

        // When
        Tenancy.callAsSystem(() -> {
            try (var connection = dataSource.getConnection()) {
                return connection
                        .createStatement()
                        .executeUpdate("update data_export set expires_at = expires_at - interval '7 days' where id = '"
                                + exportId + "'");
            }
        });

        // Then
        assertThat(byForeigner).isEqualTo(404);
        assertThat(byOperator).isEqualTo(403);
        assertThat(byBrand).isEqualTo(403);
        as(Tokens.creator(creatorId))
                .get(archive)
                .then()
                .statusCode(410)
                .body("type", containsString("export-expired"));
        as(Tokens.creator(creatorId)).get("/v1/data-exports/" + exportId).then().body("state", equalTo("EXPIRED"));
        as(Tokens.creator(foreign)).get("/v1/data-exports/" + exportId).then().statusCode(404);
    }

    @Test
    void shouldMakeOneExportAtATime() {
        // Given
        request();

        // When
        var second = as(Tokens.creator(creatorId)).post("/v1/data-exports");

        // Then
        second.then().statusCode(409).body("type", containsString("export-pending"));
    }
}
