package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.imports.ImportRunner.Claim;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.store.ImportEntity;
import org.affinity.profile.imports.store.ImportRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ImportResumeComponentTest {

    private static final int ACCOUNTS = 1_200;
    private static final int LARGE = 20_000;

    private final String prefix = handle();
    private final UUID deadInstance = UUID.randomUUID();

    @TempDir
    Path folder;

    @Inject
    ImportService service;

    @Inject
    ImportProcessor processor;

    @Inject
    ImportRepository imports;

    @Inject
    ImportConfiguration configuration;

    private byte[] list() {
        var list = new StringBuilder("Username,Followers,Topics\n");
        for (int i = 0; i < ACCOUNTS; i++) {
            list.append(prefix)
                    .append('.')
                    .append(i)
                    .append(",10,")
                    .append(prefix)
                    .append('\n');
        }
        return list.append(prefix).append(".0,11,\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An import that an instance of our own works on. */
    private Claim claimed() throws Exception {
        return claimed(list());
    }

    private Claim claimed(byte[] content) throws Exception {
        return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
            var origin = new ListOrigin("list.csv", LawfulBasis.LEGITIMATE_INTERESTS, null);
            Path list = Files.write(folder.resolve("list.csv"), content);
            UUID importId = service.upload(list, "list.csv", ImportRequest.PLAIN, origin)
                    .importId();
            ImportEntity job = imports.findById(importId);
            job.state = ImportStatus.RUNNING;
            job.leaseOwner = deadInstance;
            job.leaseUntil = Instant.now().plusSeconds(3_600);
            return new Claim(importId, deadInstance);
        }));
    }

    private void expireLease(Claim claim) {
        Tenancy.asSystem(() -> QuarkusTransaction.requiringNew()
                .run(() -> imports.findById(claim.importId()).leaseUntil = Instant.EPOCH));
    }

    /** The instance dies at the last attempt that an import has, as one that ran out of memory does. */
    private void dieAtLastAttempt(Claim claim) {
        Tenancy.asSystem(() -> QuarkusTransaction.requiringNew()
                .run(() -> imports.findById(claim.importId()).attempts = configuration.attempts()));
        expireLease(claim);
    }

    private List<String> creators() {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as(Tokens.operator()).queryParam("topic", prefix).queryParam("limit", 200);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/creators")
                    .jsonPath();
            assertThat(page.<Integer>getList("items.version")).containsOnly(1);
            found.addAll(page.getList("items.accounts.handle.flatten()"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return found;
    }

    @Test
    void shouldGoOnAfterTheLastBatchOfAnInstanceThatDied() throws Exception {
        // Given
        Claim claim = claimed();
        boolean ended = Tenancy.callAsSystem(() -> processor.process(claim, 1));
        JsonPath interrupted = as(Tokens.operator())
                .get("/v1/creator-imports/" + claim.importId())
                .jsonPath();
        assertThat(ended).isFalse();
        assertThat(interrupted.getLong("counts.records")).isEqualTo(500);
        // When
        expireLease(claim);
        JsonPath report = Imports.await(Tokens.operator(), claim.importId().toString());
        // Then
        assertThat(report.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(report.getLong("counts.records")).isEqualTo(ACCOUNTS + 1L);
        assertThat(report.getLong("counts.accepted")).isEqualTo(ACCOUNTS);
        assertThat(report.getLong("counts.duplicateConflicting")).isEqualTo(1);
        assertThat(report.getLong("followersSum")).isEqualTo(10L * ACCOUNTS);
        assertThat(creators()).hasSize(ACCOUNTS).doesNotHaveDuplicates();
        UUID first = Imports.creatorOf(report, 1);
        Events.await(CreatorState.UPDATED, first);
        assertThat(Events.published(CreatorState.UPDATED, first)).hasSize(1);
        assertThatThrownBy(() -> Tenancy.asSystem(() -> processor.process(claim)))
                .isInstanceOf(LeaseLostException.class);
    }

    @Test
    void shouldGiveImportUpThatKeepsTakingItsInstanceDown() throws Exception {
        // Given
        Claim claim = claimed();
        // When
        dieAtLastAttempt(claim);
        JsonPath report = Imports.await(Tokens.operator(), claim.importId().toString());
        // Then
        assertThat(report.getString("state")).isEqualTo("FAILED");
        assertThat(report.getString("failure")).contains("interrupted too often");
        assertThat(report.getLong("counts.records")).isZero();
    }

    @Test
    void shouldKeepWhatWasTakenOverWhenCancelled() throws Exception {
        // Given
        Claim claim = claimed();
        Tenancy.callAsSystem(() -> processor.process(claim, 1));
        String path = "/v1/creator-imports/" + claim.importId();
        // When
        var cancelled = as(Tokens.operator()).post(path + "/cancellation");
        var again = as(Tokens.operator()).post(path + "/cancellation");
        // Then
        cancelled
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("counts.records", equalTo(500))
                .body("progress.share", equalTo((float) (500.0 / (ACCOUNTS + 1))));
        again.then()
                .statusCode(200)
                .body("version", equalTo(cancelled.jsonPath().getInt("version")));
        assertThat(creators()).hasSize(500);
        assertThatThrownBy(() -> Tenancy.asSystem(() -> processor.process(claim)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(left(claim)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldKeepLargeFileInPiecesAndLeaveNothingOfIt() throws Exception {
        // Given
        var list = new StringBuilder("Username,Followers,Topics,Bio\n");
        String bio = "x".repeat(100);
        for (int i = 0; i < LARGE; i++) {
            list.append(prefix)
                    .append('.')
                    .append(i % (LARGE - 7))
                    .append(",10,,")
                    .append(bio)
                    .append('\n');
        }
        Claim claim = claimed(list.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(left(claim)).containsExactly((list.length() >> 20) + 1, 0, 0);
        // When
        expireLease(claim);
        JsonPath report = Imports.await(Tokens.operator(), claim.importId().toString());
        // Then
        assertThat(report.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(report.getLong("counts.records")).isEqualTo(LARGE);
        assertThat(report.getLong("counts.accepted")).isEqualTo(LARGE - 7);
        assertThat(report.getLong("counts.duplicateIdentical")).isEqualTo(7);
        assertThat(left(claim)).containsExactly(0, 0, 0);
    }

    @Test
    void shouldTellDuplicatesApartAcrossBatchesAndResumption() throws Exception {
        // Given
        var list = new StringBuilder("Username,Followers\n" + prefix + ",1\n" + prefix + ",2\n");
        for (int i = 0; i < 700; i++) {
            list.append(prefix).append('.').append(i).append(",10\n");
        }
        list.append(prefix)
                .append(",1\n")
                .append(prefix)
                .append(",2\n")
                .append(prefix)
                .append(",3\n");
        Claim claim = claimed(list.toString().getBytes(StandardCharsets.UTF_8));
        Tenancy.callAsSystem(() -> processor.process(claim, 1));
        // When
        expireLease(claim);
        JsonPath report = Imports.await(Tokens.operator(), claim.importId().toString());
        // Then
        assertThat(report.getLong("counts.duplicateIdentical")).isEqualTo(2);
        assertThat(report.getLong("counts.duplicateConflicting")).isEqualTo(2);
        as(Tokens.operator())
                .get("/v1/creator-imports/" + claim.importId() + "/rows?outcome=DUPLICATE")
                .then()
                .body("items.reason", contains("CONFLICTING", "IDENTICAL", "IDENTICAL", "CONFLICTING"))
                .body("items.duplicateOf", contains(1, 1, 2, 1))
                .body("items[3].differences[0].first", equalTo("1"))
                .body("items[3].differences[0].second", equalTo("3"));
    }

    /** Pieces of the file, and accounts and variants met, that the database holds. */
    private List<Integer> left(Claim claim) throws Exception {
        var counts = new ArrayList<Integer>();
        for (String table : List.of("creator_import_chunk", "creator_import_account", "creator_import_variant")) {
            counts.add(Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew()
                    .call(() -> ((Number) imports.getEntityManager()
                                    .createNativeQuery("select count(*) from " + table + " where import_id = :id")
                                    .setParameter("id", claim.importId())
                                    .getSingleResult())
                            .intValue())));
        }
        return counts;
    }
}
