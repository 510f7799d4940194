package org.affinity.matching.candidate.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A network or medium on which a creator publishes, by its name. Names are open: operators add platforms to
 * profile-service, and matching compares names alone. Those that the price table and the benchmarks tell of are the
 * constants; of any other no benchmark is known, and its price is that of the fallback.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = Platform.PATTERN,
        description = "Name of a platform; more may be added.",
        examples = "INSTAGRAM")
public record Platform(String name) implements Comparable<Platform> {

    /** What the name of a platform looks like. */
    static final String PATTERN = "^[A-Z][A-Z0-9_]{0,39}$";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

    public static final Platform INSTAGRAM = new Platform("INSTAGRAM");
    public static final Platform TIKTOK = new Platform("TIKTOK");
    public static final Platform YOUTUBE = new Platform("YOUTUBE");
    public static final Platform X = new Platform("X");
    public static final Platform TWITCH = new Platform("TWITCH");
    public static final Platform SNAPCHAT = new Platform("SNAPCHAT");
    public static final Platform FACEBOOK = new Platform("FACEBOOK");
    public static final Platform LINKEDIN = new Platform("LINKEDIN");
    public static final Platform PINTEREST = new Platform("PINTEREST");
    public static final Platform BLOG = new Platform("BLOG");
    public static final Platform PODCAST = new Platform("PODCAST");

    private static final List<Platform> KNOWN =
            List.of(INSTAGRAM, TIKTOK, YOUTUBE, X, TWITCH, SNAPCHAT, FACEBOOK, LINKEDIN, PINTEREST, BLOG, PODCAST);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Platform {
        if (!WELL_FORMED.matcher(name).matches()) {
            throw new IllegalArgumentException("must be the name of a platform, such as INSTAGRAM");
        }
    }

    @JsonValue
    @Override
    public String name() {
        return name;
    }

    /** The platforms that are there from the start, always in the same order. */
    public static Platform[] values() {
        return KNOWN.toArray(Platform[]::new);
    }

    /** The platform of that name; empty for a text that no platform can be called. */
    public static Optional<Platform> named(String name) {
        return WELL_FORMED.matcher(name).matches() ? Optional.of(new Platform(name)) : Optional.empty();
    }

    /** In the order of the constants, and of names behind them. */
    @Override
    public int compareTo(Platform other) {
        int place = KNOWN.contains(this) ? KNOWN.indexOf(this) : KNOWN.size();
        int otherPlace = KNOWN.contains(other) ? KNOWN.indexOf(other) : KNOWN.size();
        return place == otherPlace ? name.compareTo(other.name) : Integer.compare(place, otherPlace);
    }

    @Override
    public String toString() {
        return name;
    }
}
