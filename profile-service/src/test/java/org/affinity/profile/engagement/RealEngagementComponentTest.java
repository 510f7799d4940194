package org.affinity.profile.engagement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.Tier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.affinity.profile.ProfileApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Engagement of a real list from the folder that {@code AFFINITY_TEST_DATA} names. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class RealEngagementComponentTest {

    private static final String LIST = "yoo/influencers-odd-ids.csv";
    private static final int HANDLE = 4;
    private static final int FOLLOWERS = 6;
    private static final int RATE = 10;

    @Inject
    EntityManager entities;

    private static Path list() {
        String folder = System.getenv("AFFINITY_TEST_DATA");
        assumeTrue(
                folder != null && Files.exists(Path.of(folder, LIST)),
                "SKIPPED: set AFFINITY_TEST_DATA to the folder with the real creator lists to run this test");
        return Path.of(folder, LIST);
    }

    private static void importList(Path list) throws IOException {
        String importId = given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", list.getFileName().toString(), Files.readAllBytes(list), "application/octet-stream")
                .post("/v1/creator-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> as(Tokens.operator())
                                .get("/v1/creator-imports/" + importId)
                                .path("finishedAt")
                        != null);
    }

    /** Handle to rate as the file has them, first row of each handle; a rate over no follower is none. */
    private static Map<String, BigDecimal> ratesOf(Path list) throws IOException {
        var rates = new LinkedHashMap<String, BigDecimal>();
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            boolean isDefined = !cells[FOLLOWERS].equals("0") && !cells[RATE].isBlank();
            BigDecimal rate = isDefined
                    ? new AccountMetrics(
                                    1L,
                                    new BigDecimal(cells[RATE].replace("\"", "").replace(',', '.')),
                                    null)
                            .engagementRate()
                    : null;
            rates.putIfAbsent(cells[HANDLE].toLowerCase(Locale.ROOT), rate);
        }
        return rates;
    }

    private <T> T asSystem(Callable<T> read) {
        try {
            return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew().call(read));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void shouldKeepTheFilesOwnRateWhereverItIsDefined() throws IOException {
        // Given
        Path list = list();
        Map<String, BigDecimal> expected = ratesOf(list);
        // When
        importList(list);
        // Then
        List<Object[]> stored = asSystem(() -> entities.createQuery(
                        "select a.handleKey, a.engagementRate, a.followers from AccountEntity a"
                                + " where a.handleKey like 'insta\\_%' escape '\\'",
                        Object[].class)
                .getResultList());
        var byTier = new HashMap<Tier, List<Double>>();
        int compared = 0;
        for (Object[] row : stored) {
            if (expected.containsKey((String) row[0])) {
                BigDecimal rate = expected.get((String) row[0]);
                if (rate == null) {
                    assertThat(row[1]).as((String) row[0]).isNull();
                } else {
                    assertThat((BigDecimal) row[1]).as((String) row[0]).isEqualByComparingTo(rate);
                    byTier.computeIfAbsent(Tier.of((Long) row[2]), tier -> new ArrayList<>())
                            .add(rate.doubleValue());
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(expected.size()).isEqualTo(5616);
        assertTier(byTier, Tier.PROXIMITY, 2720, 0.17778289, 0.13498715);
        assertTier(byTier, Tier.NANO, 2038, 0.09088608, 0.07600986);
        assertTier(byTier, Tier.MICRO, 823, 0.04604723, 0.0384125);
        assertTier(byTier, Tier.MACRO, 29, 0.02705546, 0.02027936);
        assertThat(byTier).doesNotContainKey(Tier.MEGA);
    }

    @Test
    void shouldComputeBenchmarksFromARealList() throws IOException {
        // Given
        importList(list());
        as(Tokens.operator()).post("/v1/engagement-benchmarks/refreshes").then().statusCode(200);
        // When
        var benchmarks = as(Tokens.operator())
                .get("/v1/engagement-benchmarks?platform=INSTAGRAM")
                .jsonPath();
        // Then
        assertThat(benchmarks.getString("items[0].basis")).isEqualTo("POOL");
        assertThat(benchmarks.getInt("items[0].accounts")).isGreaterThanOrEqualTo(2720);
    }

    private static void assertTier(Map<Tier, List<Double>> byTier, Tier tier, int count, double mean, double median) {
        double[] rates = byTier.get(tier).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double middle = (rates[(rates.length - 1) / 2] + rates[rates.length / 2]) / 2;
        assertThat(rates).as(tier.name()).hasSize(count);
        assertThat(java.util.Arrays.stream(rates).average().orElseThrow())
                .as(tier.name())
                .isCloseTo(mean, within(1e-7));
        assertThat(middle).as(tier.name()).isCloseTo(median, within(1e-7));
    }
}
