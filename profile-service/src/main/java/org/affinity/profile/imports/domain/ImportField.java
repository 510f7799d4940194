package org.affinity.profile.imports.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a creator list can mean, under the name used in a mapping. */
public enum ImportField {
    HANDLE("handle", false),
    PLATFORM("platform", false),
    DISPLAY_NAME("displayName", false),
    FOLLOWERS("followers", false),
    ENGAGEMENT_RATE("engagementRate", false),
    INTERACTIONS("interactions", true),
    AVERAGE_VIEWS("averageViews", false),
    COUNTRY("country", false),
    LANGUAGES("languages", true),
    BIRTH_YEAR("birthYear", false),
    TOPICS("topics", true),
    FEE("fee", false),
    CURRENCY("currency", false),
    BIO("bio", false);

    private final String key;
    private final boolean takesSeveral;

    ImportField(String key, boolean takesSeveral) {
        this.key = key;
        this.takesSeveral = takesSeveral;
    }

    /** Name of the field in a mapping. */
    public String key() {
        return key;
    }

    /** Whether several columns can be given: topics and languages are joined, interactions added up. */
    public boolean takesSeveral() {
        return takesSeveral;
    }

    /** The field of this name. */
    public static Optional<ImportField> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
