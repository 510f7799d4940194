package org.affinity.reporting.campaign;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.affinity.kit.security.Tenancy;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@ReportingTest
class CampaignCopiesComponentTest {

    private final UUID id = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void shouldKeepTheNewestStateWhenTwoAreStoredAtOnce() throws Exception {
        // Given
        var copies = Arc.container().instance(CampaignCopies.class).get();
        Tenancy.asSystem(() -> copies.store(collaboration(1)));

        // When: the newer state comes while the older one is being stored
        Tenancy.asSystem(() -> {
            var newer = QuarkusTransaction.requiringNew().call(() -> {
                copies.store(collaboration(2));
                var storing = CompletableFuture.runAsync(() -> Tenancy.asSystem(() -> copies.store(collaboration(3))));
                waitShortly(storing);
                return storing;
            });
            newer.join();
        });

        // Then
        var kept = Tenancy.callAsSystem(() -> copies.collaboration(id)).orElseThrow();
        assertThat(kept.version()).isEqualTo(3);
    }

    private static void waitShortly(CompletableFuture<Void> storing) throws Exception {
        try {
            storing.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            assertThat(storing).isNotDone();
        }
    }

    private Collaboration collaboration(long version) {
        return new Collaboration(id, other, other, other, version, "ACCEPTED", null, null, null);
    }
}
