package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeclarationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldSendBackTheProfileWithTheFee() throws Exception {
        // Given
        JsonNode creator = JSON.readTree("""
                {"creatorId": "1", "version": 3, "state": "ACTIVE", "displayName": "Léa", "country": "FR",
                 "languages": ["fr"], "birthYear": 1994, "timeZone": null, "topics": ["food"],
                 "accounts": [{"accountId": "2", "platform": "TIKTOK", "handle": "lea", "tier": "NANO",
                   "followers": 8200, "engagementRate": 0.041, "averageViews": null, "source": "ESTIMATED"}],
                 "availability": [], "trackRecord": {"completedCollaborations": 0}}
                """);

        // When
        JsonNode changed =
                Declarations.changed(creator, new SampleCreators.Declaration("TIKTOK", "lea", "PAID", "120.00"));

        // Then
        assertThat(changed).isEqualTo(JSON.readTree("""
                {"displayName": "Léa", "country": "FR", "languages": ["fr"], "birthYear": 1994, "timeZone": null,
                 "topics": ["food"],
                 "accounts": [{"platform": "TIKTOK", "handle": "lea", "followers": 8200, "engagementRate": 0.041,
                   "averageViews": null}],
                 "availability": [{"engagementType": "PAID", "fee": {"amount": "120.00", "currency": "EUR"}}]}
                """));
    }
}
