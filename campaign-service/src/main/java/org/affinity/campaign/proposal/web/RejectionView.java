package org.affinity.campaign.proposal.web;

import org.affinity.campaign.proposal.domain.Rejection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How many creators one hard rule kept out.")
record RejectionView(
        @Schema(description = "Name of the rule.", examples = "platform")
        String rule,

        @Schema(description = "Creators for whom it was the reason.", examples = "40")
        long count) {

    static RejectionView of(Rejection rejection) {
        return new RejectionView(rejection.rule(), rejection.count());
    }
}
