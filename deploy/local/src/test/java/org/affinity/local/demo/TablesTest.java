package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldShowThePanelWithTheThreeSignalsThatWeighMost() throws Exception {
        // Given
        JsonNode panel = JSON.readTree("""
                [{"rank": 1, "handle": "lea.cuisine", "tier": "NANO", "score": 0.62149,
                  "contributions": [
                    {"signal": "countryFit", "contribution": 0.1},
                    {"signal": "topicAffinity", "contribution": 0.3},
                    {"signal": "dataFreshness", "contribution": -0.02},
                    {"signal": "engagementVersusPeers", "contribution": 0.2}],
                  "price": {"amount": "120.00", "currency": "EUR"}, "priceSource": "DECLARED"},
                 {"rank": 12, "handle": "b", "tier": "PROXIMITY", "score": 0.5, "contributions": [],
                  "price": {"amount": "30.00", "currency": "EUR"}, "priceSource": "ESTIMATED"}]
                """);

        // When
        List<String> lines = Tables.panel(panel);

        // Then
        assertThat(lines)
                .containsExactly(
                        "    #   CREATOR       TIER       SCORE  SIGNALS THAT WEIGH MOST"
                                + "                                             PRICE",
                        "    1   @lea.cuisine  NANO       0.621  topicAffinity +0.30, engagementVersusPeers +0.20,"
                                + " countryFit +0.10  120.00 EUR",
                        "    12  @b            PROXIMITY  0.500                                                   "
                                + "                   30.00 EUR est.");
    }

    @Test
    void shouldSayWhenAValueIsUnknown() throws Exception {
        // Given
        JsonNode verdicts = JSON.readTree("""
                [{"kpi": "REACH", "target": "10", "value": null, "verdict": "INCONCLUSIVE", "reason": "no figures"}]
                """);

        // When
        List<String> lines = Tables.verdicts(verdicts);

        // Then
        assertThat(lines).last().isEqualTo("    REACH      10      unknown  INCONCLUSIVE  no figures");
    }
}
