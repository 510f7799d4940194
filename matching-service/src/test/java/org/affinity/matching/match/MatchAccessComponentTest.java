package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Matches are for the organisation that asked, and whoever works for it. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchAccessComponentTest extends MatchAsking {

    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldRefuseWhoHasNoTokenOrNotTheRole() {
        // Given
        RequestSpecification nobody = given();

        // When
        Response response = post(nobody, request());

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(post(with(Tokens.creator(UUID.randomUUID())), request()).statusCode())
                .isEqualTo(403);
        assertThat(post(with(Tokens.operator()), request()).statusCode()).isEqualTo(403);
        assertThat(post(with(Tokens.of("brand", Map.of())), request()).statusCode())
                .isEqualTo(403);
        assertThat(with(Tokens.creator(UUID.randomUUID())).get("/v1/matches").statusCode())
                .isEqualTo(403);
        assertThat(given().get("/v1/matches").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldHideTheMatchesOfOtherOrganisations() {
        // Given
        String matchId = post(brand(), request()).jsonPath().getString("matchId");
        RequestSpecification stranger = with(Tokens.brand(UUID.randomUUID()));

        // When
        Response read = stranger.get("/v1/matches/" + matchId);

        // Then
        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(brand().get("/v1/matches/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(with(Tokens.brand(UUID.randomUUID()))
                        .get("/v1/matches")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(stranger.get("/v1/matches/" + matchId + "/panels").statusCode())
                .isEqualTo(404);
        assertThat(with(Tokens.operator()).get("/v1/matches/" + matchId).statusCode())
                .isEqualTo(200);
        assertThat(with(Tokens.partner(organisation))
                        .get("/v1/matches/" + matchId)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldListMatchesWithoutReadingTheirAnswers() throws Exception {
        // Given
        String matchId = post(brand(), request()).jsonPath().getString("matchId");
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement spoil = connection.prepareStatement(
                            "update match_run set packed_document = '\\x00' where match_id = cast(? as uuid)")) {
                spoil.setString(1, matchId);
                return spoil.executeUpdate();
            }
        });

        // When
        Response list = brand().get("/v1/matches");

        // Then
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        assertThat(list.jsonPath().getList("items.matchId")).contains(matchId);
    }

    @Test
    void shouldLetAnAgencyMatchForItsClientsOnly() {
        // Given
        UUID agency = UUID.randomUUID();
        String token = Tokens.agency(agency, organisation);
        ObjectNode forClient = request().put("organisationId", organisation.toString());
        ObjectNode forStranger =
                request().put("organisationId", UUID.randomUUID().toString());

        // When
        Response client = post(with(token), forClient);
        Response stranger = post(with(token), forStranger);

        // Then
        assertThat(client.statusCode()).isEqualTo(200);
        assertThat(client.jsonPath().getString("organisationId")).isEqualTo(organisation.toString());
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.jsonPath().getString("errors[0].pointer")).isEqualTo("/organisationId");
        assertThat(brand().get("/v1/matches/" + client.jsonPath().getString("matchId"))
                        .statusCode())
                .isEqualTo(200);
    }
}
