package org.affinity.campaign.proposal.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProposalTest {

    private static final Instant NOON = Instant.parse("2027-01-16T12:00:00Z");
    private static final PanelPlace PLACE = new PanelPlace(
            1,
            new UUID(7, 5),
            new UUID(7, 6),
            "INSTAGRAM",
            "lea",
            "NANO",
            BigDecimal.ONE,
            List.of(),
            new Money("10", "EUR"),
            "DECLARED",
            null);

    @ParameterizedTest
    @CsvSource({
        "3, 9, 1, -60, true, a newer brief wins over anything",
        "1, 9, 9, 60, false, an older brief never wins",
        "2, 1, 2, 0, true, a newer version of the same run",
        "2, 1, 1, 60, false, the same version of the same run",
        "2, 9, 1, 1, true, a later run",
        "2, 9, 9, 0, false, a run of the same moment",
        "2, 9, 9, -1, false, an earlier run"
    })
    void shouldSupersedeOnlyWhatIsOlder(
            long campaignVersion, long match, long matchVersion, long secondsLater, boolean expected) {
        // Given
        Proposal kept = proposal(2, 1, 1, NOON);
        Proposal arriving = proposal(campaignVersion, match, matchVersion, NOON.plusSeconds(secondsLater));

        // When
        boolean supersedes = arriving.supersedes(kept);

        // Then
        assertThat(supersedes).isEqualTo(expected);
    }

    @Test
    void shouldFindThePlaceOfACreator() {
        // Given
        Proposal proposal = proposal(2, 1, 1, NOON);

        // When
        Optional<PanelPlace> place = proposal.placeOf(new UUID(7, 5));

        // Then
        assertThat(place).contains(PLACE);
        assertThat(proposal.placeOf(new UUID(7, 6))).isEmpty();
    }

    private static Proposal proposal(long campaignVersion, long match, long matchVersion, Instant completedAt) {
        return new Proposal(
                new UUID(8, match),
                matchVersion,
                new UUID(7, 2),
                campaignVersion,
                new UUID(7, 3),
                "1",
                87,
                List.of(),
                new Mechanic("PAID_POST", List.of()),
                List.of(PLACE),
                new Money("10", "EUR"),
                completedAt,
                0);
    }
}
