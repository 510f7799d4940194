package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.domain.RateCardLine;
import org.affinity.profile.creator.store.CreatorEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator's content costs. */
@Schema(name = "RateCard", description = "What a creator's content costs, by platform and format.")
public record RateCardPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "Prices; empty means not stated.")
        List<RateCardLine> items)
        implements Versioned {

    public RateCardPart {
        items = List.copyOf(items);
    }

    static RateCardPart of(CreatorEntity creator) {
        return new RateCardPart(creator.id, creator.version, creator.rateCard);
    }
}
