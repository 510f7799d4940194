package org.affinity.campaign.proposal.web;

import java.util.List;
import org.affinity.campaign.proposal.domain.Mechanic;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How a campaign is to work, and why so.")
record MechanicView(
        @Schema(
                description = "PAID_POST, GIFTING, PRODUCT_TEST, VOLUNTEER_CALL, DONATION_LIVE, AFFILIATE_CODE,"
                        + " AMBASSADOR or EVENT; more may come.",
                examples = "PAID_POST")
        String type,

        @Schema(
                description = "Why this mechanic.",
                examples = "[\"The brief pays creators and asks for engagements.\"]")
        List<String> reasons) {

    static MechanicView of(Mechanic mechanic) {
        return new MechanicView(mechanic.type(), mechanic.reasons());
    }
}
