package org.affinity.matching.match.domain;

import java.util.Arrays;

/** One named part of a score. Identifiers are stable: they appear in results, events and scoring models. */
public enum Signal {
    TOPIC_AFFINITY("topicAffinity"),
    ENGAGEMENT_VERSUS_PEERS("engagementVersusPeers"),
    AUDIENCE_SIZE("audienceSize"),
    COUNTRY_FIT("countryFit"),
    LANGUAGE_FIT("languageFit"),
    PRICE_FOR_EXPECTED_RESULT("priceForExpectedResult"),
    DATA_FRESHNESS("dataFreshness"),
    TRACK_RECORD("trackRecord");

    private final String id;

    Signal(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The signal with that identifier; a scoring model that names another one is refused. */
    public static Signal withId(String id) {
        return Arrays.stream(values())
                .filter(signal -> signal.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no signal is called " + id));
    }
}
