package org.affinity.campaign.proposal.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.proposal.domain.Contribution;
import org.affinity.campaign.proposal.domain.Mechanic;
import org.affinity.campaign.proposal.domain.PanelPlace;
import org.affinity.campaign.proposal.domain.Proposal;
import org.affinity.campaign.proposal.domain.Rejection;
import org.affinity.kit.json.Money;
import org.affinity.kit.test.EventContracts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MatchCompletedContractTest {

    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void shouldReadThePublishedExample() throws JsonProcessingException {
        // Given
        String example = EventContracts.example(MatchCompleted.TYPE).toString();

        // When
        Proposal proposal = TOLERANT.readValue(example, MatchCompleted.class).toProposal();

        // Then
        PanelPlace place = new PanelPlace(
                1,
                UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01"),
                UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02"),
                "INSTAGRAM",
                "lea.cuisine",
                "NANO",
                new BigDecimal("0.62"),
                List.of(
                        new Contribution(
                                "topicAffinity",
                                new BigDecimal("0.3"),
                                new BigDecimal("1.0"),
                                new BigDecimal("0.3"),
                                "PROFILE",
                                null,
                                "shares food with the brief"),
                        new Contribution(
                                "engagementVersusPeers",
                                new BigDecimal("0.4"),
                                new BigDecimal("0.8"),
                                new BigDecimal("0.32"),
                                "NETWORK",
                                LocalDate.of(2026, 1, 15),
                                "4.1 % against 3 % expected")),
                new Money("180.00", "EUR"),
                "DECLARED",
                "REEL");
        assertThat(proposal)
                .isEqualTo(new Proposal(
                        UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b06"),
                        1,
                        UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b03"),
                        2,
                        UUID.fromString("01977b7e-3c52-7bd1-9a53-0c0d1f6a2b04"),
                        "1",
                        87,
                        List.of(new Rejection("platform", 40)),
                        new Mechanic("PAID_POST", List.of("The brief pays creators and asks for engagements.")),
                        List.of(place),
                        new Money("180.00", "EUR"),
                        Instant.parse("2026-01-20T10:00:01Z"),
                        0));
    }
}
