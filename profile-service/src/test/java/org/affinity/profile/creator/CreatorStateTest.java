package org.affinity.profile.creator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.store.AccountEntity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CreatorStateTest {

    private static final Instant OBSERVED_AT = Instant.parse("2026-03-01T00:00:00Z");

    private static AccountEntity account(String credibility) {
        var account = new AccountEntity();
        account.id = new UUID(1, 1);
        account.platform = Platform.INSTAGRAM;
        account.handle = "lea.cuisine";
        account.source = MetricSource.NETWORK;
        account.observedAt = OBSERVED_AT;
        account.credibility = credibility == null ? null : new BigDecimal(credibility);
        return account;
    }

    @Test
    void shouldNotPassCredibilityOfUnknownOriginForThatOfTheLastObservation() {
        // Given: worked out before its origin was kept
        AccountEntity account = account("0.8");

        // When
        CreatorState.Account state = CreatorState.Account.of(account);

        // Then
        assertThat(state.origins())
                .isEqualTo(Map.of("credibility", new FigureOrigin(MetricSource.ESTIMATED, OBSERVED_AT)));
    }

    @Test
    void shouldTellTheOriginOfCredibility() {
        // Given
        var origin = new FigureOrigin(MetricSource.DECLARED, OBSERVED_AT.minusSeconds(60));
        AccountEntity account = account("0.8");
        account.credibilityOrigin = origin;

        // When
        CreatorState.Account state = CreatorState.Account.of(account);

        // Then
        assertThat(state.origins()).isEqualTo(Map.of("credibility", origin));
    }

    @Test
    void shouldTellThatNoOriginDiffers() {
        // Given
        AccountEntity account = account(null);

        // When
        CreatorState.Account state = CreatorState.Account.of(account);

        // Then
        assertThat(state.origins()).isEmpty();
    }
}
