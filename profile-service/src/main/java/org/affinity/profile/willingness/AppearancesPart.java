package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.willingness.domain.Appearance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events that a creator organised or took part in. */
@Schema(name = "Appearances", description = "Events that a creator organised or took part in.")
public record AppearancesPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "The events, in the creator's order.")
        List<Appearance> items)
        implements Versioned {

    public AppearancesPart {
        items = List.copyOf(items);
    }
}
