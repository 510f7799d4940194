package org.affinity.profile.creator;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorTenancyComponentTest {

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldAnswerForeignCreatorLikeMissingOne() {
        // Given
        signUp(own, profile(handle()));
        signUp(foreign, profile(handle()));
        UUID missing = UUID.randomUUID();
        // When
        var readForeign = as(Tokens.creator(own)).get("/v1/creators/" + foreign);
        var readMissing = as(Tokens.creator(own)).get("/v1/creators/" + missing);
        // Then
        assertThat(readForeign.statusCode()).isEqualTo(404).isEqualTo(readMissing.statusCode());
        assertThat(readForeign.<String>path("type")).isEqualTo(readMissing.<String>path("type"));
        assertThat(readForeign.<String>path("detail")).isEqualTo(readMissing.<String>path("detail"));
    }

    @Test
    void shouldNotLetOneCreatorChangeAnother() {
        // Given
        signUp(own, profile(handle()));
        signUp(foreign, profile(handle()));
        // When
        var change = as(Tokens.creator(own))
                .header("If-Match", "\"1\"")
                .body(profile(handle()))
                .put("/v1/creators/" + foreign);
        // Then
        change.then().statusCode(404);
        assertThat(as(Tokens.creator(foreign)).get("/v1/creators/" + foreign).<Integer>path("version"))
                .isEqualTo(1);
    }

    @Test
    void shouldNotTellByIdempotencyKeyOfAnother() {
        // Given
        String key = UUID.randomUUID().toString();
        as(Tokens.creator(foreign))
                .header("Idempotency-Key", key)
                .body(profile(handle()))
                .post("/v1/creators")
                .then()
                .statusCode(201);
        // When
        var reply = as(Tokens.creator(own))
                .header("Idempotency-Key", key)
                .body(profile(handle()))
                .post("/v1/creators");
        // Then
        assertThat(reply.<String>path("creatorId")).isEqualTo(own.toString());
    }

    @Test
    void shouldShowNoRowWithoutCaller() throws SQLException {
        // Given
        signUp(own, profile(handle()));
        // When
        int visible = rows("select (select count(*) from creator) + (select count(*) from account)"
                + " + (select count(*) from metric_snapshot) + (select count(*) from creator_import)"
                + " + (select count(*) from account_audience) + (select count(*) from account_overlap)"
                + " + (select count(*) from creator_link) + (select count(*) from account_claim)"
                + " + (select count(*) from engagement_benchmark) + (select count(*) from engagement_fit)");
        // Then
        assertThat(visible).isZero();
    }

    private int rows(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
