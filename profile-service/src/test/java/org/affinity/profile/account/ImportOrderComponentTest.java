package org.affinity.profile.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorImports;
import org.affinity.profile.creator.CreatorImports.Imported;
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

/** Three monthly lists give the same history and the same figures in whatever order they are imported (P2). */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ImportOrderComponentTest {

    private static final Instant UPLOADED = Instant.parse("2026-01-20T10:00:00Z");
    private static final List<List<Integer>> ORDERS = List.of(
            List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0));

    /** March knows the views, September does not, November knows all but the rate. */
    private static final List<Month> MONTHS = List.of(
            new Month("2022-03-15T00:00:00Z", new AccountMetrics(1_000L, null, 500L)),
            new Month("2022-09-15T00:00:00Z", new AccountMetrics(2_000L, new java.math.BigDecimal("0.03"), null)),
            new Month("2022-11-15T00:00:00Z", new AccountMetrics(1_900L, null, 700L)));

    @Inject
    CreatorImports imports;

    private record Month(String at, AccountMetrics metrics) {}

    private Imported takeOver(String handle, int month) {
        var account = new AccountProfile(
                Platform.INSTAGRAM, new Handle(handle), MONTHS.get(month).metrics());
        var imported = new ImportedAccount(
                account,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                Instant.parse(MONTHS.get(month).at()));
        try {
            return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew()
                    .call(() -> imports.takeOver(
                                    List.of(imported),
                                    MetricSource.ESTIMATED,
                                    UPLOADED,
                                    new ListOrigin("list.csv", LawfulBasis.LEGITIMATE_INTERESTS, null))
                            .getFirst()));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JsonPath accounts(UUID creatorId) {
        return as(Tokens.operator())
                .get("/v1/creators/" + creatorId + "/accounts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Object> history(UUID creatorId, String accountId) {
        JsonPath page = as(Tokens.operator())
                .get("/v1/creators/" + creatorId + "/accounts/" + accountId + "/snapshots")
                .jsonPath();
        var seen = new ArrayList<Object>();
        for (String field : List.of("observedAt", "followers", "engagementRate", "averageViews", "corrects")) {
            seen.add(page.getList("items." + field));
        }
        return seen;
    }

    @Test
    void shouldAgreeInEveryOrderOfImport() {
        // Given
        var histories = new ArrayList<List<Object>>();
        var figures = new ArrayList<List<Object>>();
        // When
        for (List<Integer> order : ORDERS) {
            String handle = handle();
            UUID creatorId = null;
            for (int month : order) {
                creatorId = takeOver(handle, month).creatorId();
            }
            JsonPath account = accounts(creatorId);
            histories.add(history(creatorId, account.getString("items[0].accountId")));
            var current = new ArrayList<>();
            for (String field : List.of(
                    "followers.value",
                    "followers.observedAt",
                    "engagementRate.value",
                    "averageViews.value",
                    "followerGrowth.value",
                    "followerGrowthPer30Days.value",
                    "followerGrowth.window.from")) {
                current.add(String.valueOf(account.<Object>get("items[0]." + field)));
            }
            figures.add(current);
        }
        // Then
        assertThat(histories).allMatch(histories.getFirst()::equals);
        assertThat(figures).allMatch(figures.getFirst()::equals);
        assertThat(figures.getFirst())
                .startsWith("1900", "2022-11-15T00:00:00Z", "0.03", "700", "900")
                .endsWith("2022-03-15T00:00:00Z");
    }

    @Test
    void shouldAddNothingWhenListsAreImportedAgain() {
        // Given
        String handle = handle();
        List.of(2, 0, 1).forEach(month -> takeOver(handle, month));
        // When
        var again =
                List.of(0, 1, 2).stream().map(month -> takeOver(handle, month)).toList();
        // Then
        assertThat(again).noneMatch(Imported::isChanged).noneMatch(Imported::isNew);
    }
}
