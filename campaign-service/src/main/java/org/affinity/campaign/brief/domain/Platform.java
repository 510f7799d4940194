package org.affinity.campaign.brief.domain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A social network, or another place where a creator publishes, by its name. Which there are is profile-service's
 * business: operators add some there, and a brief may ask for those that this service has heard of.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = Platform.PATTERN,
        description = "Name of a platform; profile-service lists those there are.",
        examples = "INSTAGRAM")
public record Platform(String name) {

    /** What the name of a platform looks like. */
    static final String PATTERN = "^[A-Z][A-Z0-9_]{0,39}$";

    private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);

    public static final Platform INSTAGRAM = new Platform("INSTAGRAM");
    public static final Platform BLOG = new Platform("BLOG");

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
