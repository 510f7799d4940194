package org.affinity.matching.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class LargeMatchComponentTest {

    private static final int CREATORS = 400;
    private static final int LARGEST_REQUEST = 1_048_576;

    @Inject
    CandidateService candidates;

    @Inject
    MatchRedactions redactions;

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();

    @Test
    void shouldReadAndRedactMatchesThatAreLargerThanARequestMayBe() throws Exception {
        // Given
        storeCreators(CREATORS);
        Response match = caller().body(request(CREATORS)).post("/v1/matches");
        String path = "/v1/matches/" + match.jsonPath().getString("matchId");
        UUID one = UUID.fromString(match.jsonPath().getString("ranking[7].creatorId"));

        // When
        Response standing = caller().get(path + "/candidates/" + one);
        Response panel = caller().body("{}").post(path + "/panels");
        Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew().call(() -> redactions.redact(one)));

        // Then
        assertThat(match.asByteArray().length).isGreaterThan(LARGEST_REQUEST);
        assertThat(standing.statusCode()).as(standing.asString()).isEqualTo(200);
        assertThat(standing.jsonPath().getInt("then.rank")).isEqualTo(8);
        assertThat(panel.statusCode()).as(panel.asString()).isEqualTo(200);
        assertThat(caller().get(path).jsonPath().getString("ranking[7].redaction"))
                .isEqualTo("ERASED");
    }

    @Test
    void shouldTellWhatWasAskedAndWhyOthersAreLeftOutInLessThanTwoPercentMoreBytes() throws Exception {
        // Given
        storeCreators(100);

        // When
        Response match = caller().body(request(100)).post("/v1/matches");

        // Then
        assertThat(match.jsonPath().getList("ranking")).hasSize(100);
        assertThat(match.asByteArray().length).isLessThan((int) (1.02 * withoutWhatWasAskedAndLeftOut(match)));
    }

    private void storeCreators(int count) {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(candidate(i));
        }
        candidates.storeAll(all);
        await().until(() -> TestCreators.find(all.getLast().creatorId()) != null);
    }

    private static int withoutWhatWasAskedAndLeftOut(Response match) throws Exception {
        ObjectNode document = (ObjectNode) new ObjectMapper(new JsonFactory()).readTree(match.asByteArray());
        document.remove(List.of("brief", "signalWeights"));
        document.path("ranking").forEach(place -> ((ObjectNode) place).remove("leftOutReason"));
        document.path("panel").forEach(place -> ((ObjectNode) place).remove("leftOutReason"));
        return document.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private Candidate candidate(int number) {
        Account account = new Account(
                UUID.randomUUID(),
                Platform.INSTAGRAM,
                "large." + number,
                1_000L + number,
                0.03,
                null,
                null,
                MetricSource.DECLARED);
        return new Candidate(
                UUID.randomUUID(),
                1,
                true,
                "FR",
                Set.of(language),
                1990,
                Set.of("food"),
                List.of(account),
                List.of(),
                0,
                null);
    }

    private RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .contentType("application/json");
    }

    private String request(int ranking) {
        ObjectNode request = new ObjectMapper().createObjectNode().put("k", ranking);
        request.set("brief", EventContracts.example(TestCampaigns.PUBLISHED).get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        return request.toString();
    }
}
