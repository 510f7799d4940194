package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchWithoutPanelComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();

    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldRankAsWithAPanelAndProposeNobody() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        TestCreators.publishAndAwait(TestCreators.creator(language));
        Response with = post(request().put("withPanel", true));

        // When
        Response without = post(request().put("withPanel", false));

        // Then
        assertThat(without.statusCode()).as(without.asString()).isEqualTo(200);
        assertThat(without.jsonPath().getList("ranking"))
                .isEqualTo(with.jsonPath().getList("ranking"))
                .hasSize(2);
        assertThat(without.jsonPath().getInt("eligibleCount")).isEqualTo(2);
        assertThat(with.jsonPath().getList("panel")).hasSize(2);
        assertThat(without.jsonPath().getList("panel")).isEmpty();
        assertThat(without.jsonPath().<Object>get("panelCost")).isNull();
        assertThat(without.jsonPath().<Object>get("panelPlan")).isNull();
        assertThat(read("/v1/matches").jsonPath().getList("items.panelSize")).containsExactly(null, 2);
        assertThat(read("/v1/matches").jsonPath().getList("items.panelCost"))
                .containsExactly(null, with.jsonPath().getMap("panelCost"));
        assertThat(read("/v1/matches/" + without.jsonPath().getString("matchId"))
                        .asByteArray())
                .isEqualTo(without.asByteArray());
    }

    @Test
    void shouldChooseAPanelLaterFromTheCreatorsOfTheFirstOneAskedFor() {
        // Given
        UUID first = TestCreators.publishAndAwait(TestCreators.creator(language));
        String panels = "/v1/matches/"
                + post(request().put("withPanel", false)).jsonPath().getString("matchId") + "/panels";

        // When
        Response panel = caller().body("{}").post(panels);
        TestCreators.publishAndAwait(TestCreators.creator(language));
        Response second = caller().body("{}").post(panels);

        // Then
        assertThat(panel.statusCode()).as(panel.asString()).isEqualTo(200);
        assertThat(panel.jsonPath().getList("panel.creatorId")).containsExactly(first.toString());
        assertThat(second.jsonPath().getList("panel.creatorId")).containsExactly(first.toString());
    }

    @Test
    void shouldKeepTheCreatorsOfTheFirstOfTwoPanelsAskedForAtOnce() throws Exception {
        // Given
        UUID first = TestCreators.publishAndAwait(TestCreators.creator(language));
        String other = post(request()).jsonPath().getString("matchId");
        String match = post(request().put("withPanel", false)).jsonPath().getString("matchId");
        TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response panel;
        try (Connection firstOne = Tenancy.callAsSystem(dataSource::getConnection)) {
            firstOne.setAutoCommit(false);
            copyPool(firstOne, other, match);
            var asking =
                    CompletableFuture.supplyAsync(() -> caller().body("{}").post("/v1/matches/" + match + "/panels"));
            Awaitility.await().until(this::isPoolAwaited);
            firstOne.commit();
            panel = asking.get();
        }

        // Then
        assertThat(panel.statusCode()).as(panel.asString()).isEqualTo(200);
        assertThat(panel.jsonPath().getList("panel.creatorId")).containsExactly(first.toString());
    }

    private static void copyPool(Connection connection, String from, String to) throws Exception {
        try (PreparedStatement copy = connection.prepareStatement("""
                insert into match_pool (match_id, organisation_id, creators, packed)
                select cast(? as uuid), organisation_id, creators, packed from match_pool
                where match_id = cast(? as uuid)""")) {
            copy.setString(1, to);
            copy.setString(2, from);
            assertThat(copy.executeUpdate()).isEqualTo(1);
        }
    }

    private boolean isPoolAwaited() throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement waiting = connection.prepareStatement(
                        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%into match_pool%'");
                ResultSet row = waiting.executeQuery()) {
            return row.next();
        }
    }

    @Test
    void shouldRefuseConditionsOfAPanelThatIsNotWanted() {
        // Given
        ObjectNode request = request().put("withPanel", false);
        request.putObject("panel").put("minSmallShare", 0.5);

        // When
        Response refused = post(request);

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/panel");
    }

    private Response post(ObjectNode request) {
        return caller().body(request.toString()).post("/v1/matches");
    }

    private Response read(String path) {
        return caller().get(path);
    }

    private RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .contentType("application/json");
    }

    private ObjectNode request() {
        ObjectNode request = JSON.createObjectNode();
        request.set("brief", EventContracts.example(TestCampaigns.PUBLISHED).get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        return request;
    }
}
