package org.affinity.profile.changes;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorChangeComponentTest {

    /** How often the feed was read while others wrote. */
    private final AtomicLong looks = new AtomicLong();

    private static final String PARTNER = Tokens.partner(UUID.randomUUID());
    private static final String FEED = "/v1/creator-changes";
    private static final String CHANGE = """
            update creator set version = version + 1, updated_at = now() where id = ? returning version""";

    @Inject
    AgroalDataSource dataSource;

    /** Everything from a cursor to the present end; the cursor after it under the key null. */
    private static String readOn(String cursor, Map<String, Long> versions) {
        String next = cursor;
        JsonPath page;
        do {
            var request = as(PARTNER).queryParam("limit", 200);
            page = (next == null ? request : request.queryParam("cursor", next))
                    .get(FEED)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
                versions.put((String) item.get("creatorId"), ((Number) item.get("version")).longValue());
            }
            next = page.getString("nextCursor");
        } while (page.getBoolean("hasMore"));
        return next;
    }

    @Test
    void shouldTellCreationChangeWithdrawalAndErasure() throws Exception {
        // Given
        String cursor = readOn(null, new HashMap<>());
        UUID creatorId = UUID.randomUUID();
        var types = new ArrayList<String>();
        // When
        signUp(creatorId, profile(handle()));
        types.add(awaitType(cursor, creatorId, 1));
        as(Tokens.creator(creatorId))
                .header("If-Match", "\"1\"")
                .body(profile(handle()))
                .put("/v1/creators/" + creatorId);
        types.add(awaitType(cursor, creatorId, 2));
        asSystem("update creator set status = 'WITHDRAWN', version = 3 where id = ?", creatorId);
        types.add(awaitType(cursor, creatorId, 3));
        asSystem("delete from creator where id = ?", creatorId);
        types.add(awaitType(cursor, creatorId, 4));
        // Then
        assertThat(types).containsExactly("CREATED", "UPDATED", "WITHDRAWN", "ERASED");
    }

    private static String awaitType(String cursor, UUID creatorId, int version) {
        for (int i = 0; i < 50; i++) {
            var page = as(PARTNER)
                    .queryParam("cursor", cursor)
                    .queryParam("limit", 200)
                    .queryParam("wait", 2)
                    .get(FEED)
                    .jsonPath();
            Map<String, Object> item =
                    page.get("items.find { it.creatorId == '" + creatorId + "' && it.version == " + version + " }");
            if (item != null) {
                return (String) item.get("type");
            }
        }
        throw new AssertionError("version " + version + " never came");
    }

    private int asSystem(String sql, UUID creatorId) throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, creatorId);
                return statement.executeUpdate();
            }
        });
    }

    @Test
    void shouldMissNobodyWhileManyWriteAndCommitInAnyOrder() throws Exception {
        // Given
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 30; i++) {
            UUID creatorId = UUID.randomUUID();
            signUp(creatorId, profile(handle()));
            ids.add(creatorId);
        }
        String start = readOn(null, new HashMap<>());
        Map<String, Long> written = new ConcurrentHashMap<>();
        Map<String, Long> heard = new HashMap<>();
        try (var writers = Executors.newFixedThreadPool(6)) {
            var running = new HashSet<Future<?>>();
            for (int writer = 0; writer < 6; writer++) {
                var random = new SplittableRandom(writer);
                running.add(writers.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        Tenancy.callAsSystem(() -> change(ids, random, written));
                    }
                    return null;
                }));
            }
            // When
            String cursor = start;
            while (running.stream().anyMatch(writer -> !writer.isDone())) {
                cursor = readOn(cursor, heard);
                looks.incrementAndGet();
            }
            for (Future<?> writer : running) {
                writer.get();
            }
            for (int i = 0; i < 100 && !heard.entrySet().containsAll(written.entrySet()); i++) {
                cursor = readOn(cursor, heard);
            }
        }
        // Then
        assertThat(heard).containsAllEntriesOf(written);
    }

    /** Lets the reader of the feed look so often while the caller's transaction is open. */
    private void awaitLooks(int more) {
        long enough = looks.get() + more;
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> looks.get() >= enough);
    }

    /** Changes up to three creators in one transaction that takes its time, and notes their last versions. */
    private boolean change(List<UUID> ids, SplittableRandom random, Map<String, Long> written) throws SQLException {
        Set<UUID> chosen = new java.util.TreeSet<>();
        for (int i = 0; i < random.nextInt(1, 4); i++) {
            chosen.add(ids.get(random.nextInt(ids.size())));
        }
        var versions = new HashMap<String, Long>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
                for (UUID creatorId : chosen) {
                    update.setObject(1, creatorId);
                    try (var row = update.executeQuery()) {
                        row.next();
                        versions.put(creatorId.toString(), row.getLong(1));
                    }
                    awaitLooks(random.nextInt(3));
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        versions.forEach((creatorId, version) -> written.merge(creatorId, version, Math::max));
        return true;
    }

    @Test
    void shouldWaitForAChange() throws Exception {
        // Given
        String cursor = readOn(null, new HashMap<>());
        UUID creatorId = UUID.randomUUID();
        try (var caller = Executors.newSingleThreadExecutor()) {
            // When
            var waiting = caller.submit(() -> as(PARTNER)
                    .queryParam("cursor", cursor)
                    .queryParam("wait", 20)
                    .get(FEED)
                    .jsonPath());
            signUp(creatorId, profile(handle()));
            // Then
            assertThat(waiting.get().getList("items.creatorId")).contains(creatorId.toString());
        }
    }

    @Test
    void shouldRefuseOthersAndBadParameters() {
        // Given
        String cursor = readOn(null, new HashMap<>());
        // When
        var creator = as(Tokens.creator(UUID.randomUUID())).get(FEED);
        var brand = as(Tokens.brand(UUID.randomUUID())).get(FEED);
        var foreign = as(Tokens.partner(UUID.randomUUID()))
                .queryParam("cursor", cursor)
                .get(FEED);
        var longWait = as(PARTNER).get(FEED + "?wait=31");
        // Then
        creator.then().statusCode(403);
        brand.then().statusCode(403);
        foreign.then().statusCode(400);
        longWait.then().statusCode(400).body("errors[0].parameter", equalTo("wait"));
    }
}
