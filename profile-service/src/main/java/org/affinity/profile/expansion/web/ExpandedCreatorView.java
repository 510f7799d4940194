package org.affinity.profile.expansion.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.audience.web.AudienceView;
import org.affinity.profile.consent.web.ConsentsView;
import org.affinity.profile.creator.web.CreatorView;
import org.affinity.profile.trackrecord.web.TrackRecordSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator with the parts that were asked for. */
@Schema(name = "ExpandedCreator", description = "A creator with the parts that expand asks for.")
public record ExpandedCreatorView(
        @JsonUnwrapped CreatorView creator,

        @Schema(description = "The parts that expand asks for; null when it asks for none.", nullable = true)
        Parts expanded)
        implements Versioned {

    @Override
    public long version() {
        return creator.version();
    }

    /** Parts of a creator that have an address of their own. */
    @Schema(name = "CreatorParts", description = "Parts of a creator; null unless asked for.")
    public record Parts(
            @Schema(
                    description =
                            "Who follows each account, as at /v1/creators/{creatorId}/accounts/{accountId}/audience;"
                                    + " only with expand=audience.",
                    nullable = true)
            List<AudienceView> audience,

            @Schema(
                    description = "As at /v1/creators/{creatorId}/track-record; only with expand=trackRecord.",
                    nullable = true)
            TrackRecordSummary trackRecord,

            @Schema(
                    description = "As at /v1/creators/{creatorId}/consents; only with expand=consents, for the creator"
                            + " and operators.",
                    nullable = true)
            ConsentsView consents) {}
}
