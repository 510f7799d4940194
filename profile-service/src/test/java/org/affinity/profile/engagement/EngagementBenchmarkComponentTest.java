package org.affinity.profile.engagement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorImports;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

/** A pool of its own: no other test uses these platforms. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class EngagementBenchmarkComponentTest {

    @Inject
    CreatorImports imports;

    private List<UUID> pool(Platform platform, int size, long firstFollowers, long step, double firstRate) {
        var accounts = new ArrayList<ImportedAccount>();
        for (int i = 0; i < size; i++) {
            BigDecimal rate = BigDecimal.valueOf(firstRate + i * 0.001).setScale(6, RoundingMode.HALF_EVEN);
            var metrics = new AccountMetrics(firstFollowers + i * step, rate, null);
            accounts.add(new ImportedAccount(
                    new AccountProfile(platform, new Handle(handle()), metrics),
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    null,
                    null));
        }
        try {
            return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew()
                    .call(() -> imports
                            .takeOver(
                                    accounts,
                                    MetricSource.ESTIMATED,
                                    Instant.parse("2026-01-20T10:00:00Z"),
                                    new ListOrigin("list.csv", LawfulBasis.LEGITIMATE_INTERESTS, null))
                            .stream()
                            .map(CreatorImports.Imported::creatorId)
                            .toList()));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void refresh() {
        as(Tokens.operator()).post("/v1/engagement-benchmarks/refreshes").then().statusCode(200);
    }

    private static JsonPath benchmarks(String query) {
        return as(Tokens.brand(UUID.randomUUID()))
                .get("/v1/engagement-benchmarks" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void shouldComputeBenchmarksOfOurOwnPoolFromThirtyAccountsOn() {
        // Given: rates 0.010, 0.011 … 0.050
        pool(Platform.PINTEREST, 41, 1_000, 10, 0.010);
        pool(Platform.PINTEREST, 29, 20_000, 10, 0.010);
        // When
        refresh();
        // Then
        JsonPath found = benchmarks("?platform=PINTEREST");
        assertThat(found.getString("items.find { it.tier == 'NANO' }.basis")).isEqualTo("POOL");
        assertThat(found.getInt("items.find { it.tier == 'NANO' }.accounts")).isEqualTo(41);
        assertThat(found.getDouble("items.find { it.tier == 'NANO' }.mean")).isCloseTo(0.03, within(1e-9));
        assertThat(found.getDouble("items.find { it.tier == 'NANO' }.median")).isCloseTo(0.03, within(1e-9));
        assertThat(found.getDouble("items.find { it.tier == 'NANO' }.lowerQuartile"))
                .isCloseTo(0.02, within(1e-9));
        assertThat(found.getDouble("items.find { it.tier == 'NANO' }.upperQuartile"))
                .isCloseTo(0.04, within(1e-9));
        assertThat(found.getString("items.find { it.tier == 'MICRO' }.basis")).isEqualTo("NONE");
        assertThat(found.getString("items.find { it.tier == 'MICRO' }.reason")).isEqualTo("POOL_BELOW_30_AND_NO_TABLE");
        assertThat(benchmarks("?platform=PINTEREST&tierScheme=hypeauditor").getInt("items[0].accounts"))
                .isEqualTo(41);
        assertThat(benchmarks("?platform=PINTEREST&engagement=views-mean").getString("items[1].basis"))
                .isEqualTo("NONE");
    }

    @Test
    void shouldCitePublishedTableWhereThePoolIsTooSmall() {
        // When
        JsonPath found = benchmarks("?platform=YOUTUBE");
        // Then
        assertThat(found.getString("items.find { it.tier == 'NANO' }.basis")).isEqualTo("TABLE");
        assertThat(found.getDouble("items.find { it.tier == 'NANO' }.mean")).isCloseTo(0.032, within(1e-9));
        assertThat(found.getString("items.find { it.tier == 'NANO' }.source")).contains("organic-media-buying-2025");
    }

    @Test
    void shouldCompareWithWhatIsExpectedAtThisSize() {
        // Given
        List<UUID> creators = pool(Platform.BLOG, 40, 2_000, 100, 0.02);
        // When
        refresh();
        // Then
        JsonPath account = as(Tokens.operator())
                .get("/v1/creators/" + creators.getFirst() + "/accounts")
                .jsonPath();
        double value = account.getDouble("items[0].audienceEngagementRatio.value");
        assertThat(value).isBetween(-2.0, 2.0);
        assertThat(account.getDouble("items[0].audienceEngagementRatio.interval.low"))
                .isLessThan(value);
        assertThat(account.getDouble("items[0].audienceEngagementRatio.interval.high"))
                .isGreaterThan(value);
        assertThat(account.getDouble("items[0].shrunkEngagementRate.value")).isGreaterThan(0.02);
        assertThat(account.getString("items[0].shrunkEngagementRate.definition"))
                .contains("POOL BLOG", "counted as 1");
    }

    @Test
    void shouldAnswerReasonForPoolThatIsSmallOrAllOfOneSize() {
        // Given
        List<UUID> few = pool(Platform.TWITCH, 5, 2_000, 100, 0.02);
        List<UUID> alike = pool(Platform.PODCAST, 40, 2_000, 0, 0.02);
        // When
        refresh();
        // Then
        as(Tokens.operator())
                .get("/v1/creators/" + few.getFirst() + "/accounts")
                .then()
                .body("items[0].audienceEngagementRatio.reason", equalTo("POOL_TOO_SMALL"))
                .body("items[0].shrunkEngagementRate.reason", equalTo("NO_BENCHMARK"));
        as(Tokens.operator())
                .get("/v1/creators/" + alike.getFirst() + "/accounts")
                .then()
                .body("items[0].audienceEngagementRatio.reason", equalTo("POOL_WITHOUT_SPREAD"));
    }

    @Test
    void shouldListSchemesAndDefinitionsAndRefuseUnknownOnes() {
        // Given
        String token = Tokens.creator(UUID.randomUUID());
        // When
        var schemes = as(token).get("/v1/tier-schemes");
        var definitions = as(token).get("/v1/engagement-definitions");
        // Then
        schemes.then()
                .statusCode(200)
                .body("items.id", hasItems("default", "hypeauditor", "five-band", "arpp"))
                .body("items.version", everyItem(equalTo(1)))
                .body("items[0].bands.tier", equalTo(List.of("PROXIMITY", "NANO", "MICRO", "MACRO", "MEGA")));
        definitions
                .then()
                .statusCode(200)
                .body("items.id", hasItems("followers-mean", "reach-median", "views-pooled", "modash", "skeepers"));
        as(token).get("/v1/engagement-benchmarks?tierScheme=none").then().statusCode(400);
        as(token).get("/v1/engagement-benchmarks?engagement=none").then().statusCode(400);
        as(token).post("/v1/engagement-benchmarks/refreshes").then().statusCode(403);
        as(Tokens.operator()).get("/v1/creators?tier=MID").then().statusCode(400);
        as(Tokens.operator())
                .get("/v1/creators?tier=MID&tierScheme=hypeauditor&limit=1")
                .then()
                .statusCode(200);
    }
}
