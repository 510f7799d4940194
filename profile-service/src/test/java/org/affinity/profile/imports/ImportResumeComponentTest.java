package org.affinity.profile.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ImportResumeComponentTest {

    private static final int ACCOUNTS = 1_200;

    private final String prefix = handle();
    private final UUID deadInstance = UUID.randomUUID();

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
        return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
            var origin = new ListOrigin("list.csv", LawfulBasis.LEGITIMATE_INTERESTS, null);
            UUID importId = service.upload(list(), "list.csv", MappingRequest.NONE, origin)
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
}
