package org.affinity.kit.thing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A caller who asks too often is told when to come back, and others are not held up. */
@QuarkusTest
@TestProfile(RateLimitComponentTest.FewRequests.class)
@WithTestResource(AffinityTestStack.class)
class RateLimitComponentTest {

    private static final int LIMIT = 3;

    /** Three requests an hour. */
    public static class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("affinity.http.rate-limit-window", "1H", AffinityTestStack.RATE_LIMIT, "" + LIMIT);
        }
    }

    private static Response list(UUID organisation) {
        return given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .get("/v1/things");
    }

    @Test
    void shouldRefuseOneCallerAndServeTheOthers() {
        UUID eager = UUID.randomUUID();
        for (int i = 0; i < LIMIT; i++) {
            assertThat(list(eager).statusCode()).isEqualTo(200);
        }
        Response refused = list(eager);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 1201);
        assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=3600");
        assertThat(list(UUID.randomUUID()).statusCode()).isEqualTo(200);
    }
}
