package org.affinity.profile.consent;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.assertj.core.api.Assertions.assertThat;

/** A list of two creators that somebody imports; a partner of its own comes with it. */
final class ImportedList {

    final UUID organisation = UUID.randomUUID();
    final String partner = Tokens.partner(organisation);
    final String name = "fair " + UUID.randomUUID();
    final List<String> handles = List.of(handle(), handle());

    /** Imports it; the ids of its creators. */
    List<UUID> importBy(String token, String lawfulBasis) {
        String rows = "platform,handle\nINSTAGRAM," + handles.get(0) + "\nINSTAGRAM," + handles.get(1) + "\n";
        var request = given().auth()
                .oauth2(token)
                .multiPart("file", "list.csv", rows.getBytes(StandardCharsets.UTF_8), "text/csv");
        String importId = (lawfulBasis == null
                        ? request
                        : request.multiPart("lawfulBasis", lawfulBasis).multiPart("sourceName", name))
                .post("/v1/creator-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        JsonPath done = Awaitility.await()
                .until(
                        () -> as(token).get("/v1/creator-imports/" + importId).jsonPath(),
                        report -> report.getString("finishedAt") != null);
        assertThat(done.getString("state")).isEqualTo("SUCCEEDED");
        List<String> ids = as(token)
                .get("/v1/creator-imports/" + importId + "/rows")
                .jsonPath()
                .getList("items.creatorId");
        return ids.stream().map(UUID::fromString).toList();
    }

    /** The notice tasks that the partner sees. */
    List<Map<String, Object>> tasks() {
        return as(partner).get("/v1/notice-tasks?limit=200").jsonPath().getList("items");
    }
}
