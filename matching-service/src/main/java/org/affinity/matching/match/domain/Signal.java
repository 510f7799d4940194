package org.affinity.matching.match.domain;

import java.util.Arrays;
import java.util.Optional;

/** One named part of a score. Identifiers are stable: they appear in results, events, requests and scoring models. */
public enum Signal {
    /** Share of the wanted topics that the creator names. */
    TOPIC_AFFINITY("topicAffinity"),
    /** Share of the wanted categories of the taxonomy, and of those above them, that topics and niches name. */
    NICHE_AFFINITY("nicheAffinity"),
    /** Words of the brief, and interests they tell of, in the creator's bio, topics and handle. */
    TEXT_AFFINITY("textAffinity"),
    /** The creator wishes to work for the brand, has done so, or loves it. */
    BRAND_AFFINITY("brandAffinity"),
    /** The creator's own words name the brand. */
    BRAND_MENTION("brandMention"),
    /** The creator has worked for, or loves, a brand of the same sector. */
    SECTOR_EXPERIENCE("sectorExperience"),
    /** Answers of the questionnaire against the habits that the brief asks for. */
    CONSUMPTION_HABITS("consumptionHabits"),
    /** Engagement rate, shrunk, against that of accounts of the same platform and size. */
    ENGAGEMENT_VERSUS_PEERS("engagementVersusPeers"),
    /** Share of the audience that counts as real. */
    CREDIBILITY("credibility"),
    /** Expected result of a post against an even share of the first countable objective. */
    AUDIENCE_SIZE("audienceSize"),
    /** Share of the audience in the wanted countries. */
    AUDIENCE_COUNTRY("audienceCountry"),
    /** Share of the audience in the wanted age bands. */
    AUDIENCE_AGE("audienceAge"),
    /** Share of the audience of the wanted genders. */
    AUDIENCE_GENDER("audienceGender"),
    /** Share of the audience that speaks a wanted language. */
    AUDIENCE_LANGUAGE("audienceLanguage"),
    /** Share of the audience with a wanted interest. */
    AUDIENCE_INTEREST("audienceInterest"),
    /** Share of the audience in the wanted cities. */
    AUDIENCE_CITY("audienceCity"),
    /** Whether the creator lives in a wanted country. */
    COUNTRY_FIT("countryFit"),
    /** Wanted languages that the creator publishes in, and how well the creator speaks them. */
    LANGUAGE_FIT("languageFit"),
    /** How near the creator lives to the wanted place. */
    PLACE_PROXIMITY("placeProximity"),
    /** A declared fee against the usual one for the same expected impressions. */
    PRICE_FOR_EXPECTED_RESULT("priceForExpectedResult"),
    /** Age of the account's figures. */
    DATA_FRESHNESS("dataFreshness"),
    /** Time since the account published last. */
    RECENT_ACTIVITY("recentActivity"),
    /** Collaborations that ended with a report. */
    TRACK_RECORD("trackRecord"),
    /** Share of invitations that the creator answers within a week. */
    RESPONSIVENESS("responsiveness"),
    /** Share of the campaign's causes that the creator volunteers for. */
    CAUSE_AFFINITY("causeAffinity");

    private final String id;

    Signal(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** The signal with that identifier, if there is one. */
    public static Optional<Signal> named(String id) {
        return Arrays.stream(values()).filter(signal -> signal.id.equals(id)).findFirst();
    }

    /** The signal with that identifier; a scoring model that names another one is refused. */
    public static Signal withId(String id) {
        return named(id).orElseThrow(() -> new IllegalArgumentException("no signal is called " + id));
    }
}
