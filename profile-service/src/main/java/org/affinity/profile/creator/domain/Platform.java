package org.affinity.profile.creator.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A network or medium on which a creator holds an account, by its name. Which there are, and what their accounts look
 * like, is data: see {@link Platforms}. The constants are some that are there from the start.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = Platform.PATTERN,
        description = "Name of a platform; see /v1/platforms.",
        examples = "INSTAGRAM")
public record Platform(String name) {

    /** What the name of a platform looks like. */
    public static final String PATTERN = "^[A-Z][A-Z0-9_]{0,39}$";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

    public static final Platform INSTAGRAM = new Platform("INSTAGRAM");
    public static final Platform TIKTOK = new Platform("TIKTOK");
    public static final Platform YOUTUBE = new Platform("YOUTUBE");
    public static final Platform TWITCH = new Platform("TWITCH");
    public static final Platform PINTEREST = new Platform("PINTEREST");
    public static final Platform BLOG = new Platform("BLOG");
    public static final Platform PODCAST = new Platform("PODCAST");

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

    @Override
    public String toString() {
        return name;
    }
}
