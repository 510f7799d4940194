package org.affinity.matching.candidate.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows of the table that earlier versions wrote are read by this one. */
class StoredCandidateTest {

    private static final String OF_AN_EARLIER_VERSION = """
            {"creatorId": "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01", "version": 3, "active": true, "country": "FR",
             "languages": ["fr"], "birthYear": 1994, "topics": ["food"],
             "accounts": [{"accountId": "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02", "platform": "INSTAGRAM",
                           "handle": "lea.cuisine", "followers": 8200, "engagementRate": 0.041, "averageViews": null,
                           "observedAt": "2026-01-15T08:00:00Z", "source": "DECLARED"}],
             "availability": [{"engagementType": "PAID", "fee": {"amount": 180.00, "currency": "EUR"}}],
             "completedCollaborations": 2, "ageClearance": null}""";

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void shouldReadWhatAnEarlierVersionStored() throws JsonProcessingException {
        // Given

        // When
        Candidate candidate = json.readValue(OF_AN_EARLIER_VERSION, Candidate.class);

        // Then
        assertThat(candidate.accounts().getFirst().audience()).isEmpty();
        assertThat(candidate.availability().getFirst().terms()).isEqualTo(AvailabilityTerms.NONE);
        assertThat(candidate.rateCard()).isEmpty();
        assertThat(candidate.about()).isEqualTo(SelfDescription.NONE);
        assertThat(candidate.responsiveness()).isNull();
    }

    @Test
    void shouldReadWhatItStores() throws JsonProcessingException {
        // Given
        Candidate candidate = json.readValue(OF_AN_EARLIER_VERSION, Candidate.class);

        // When
        Candidate again = json.readValue(json.writeValueAsString(candidate), Candidate.class);

        // Then
        assertThat(again).isEqualTo(candidate);
    }
}
