package org.affinity.matching.match;

import org.affinity.matching.match.domain.PanelPlan;
import org.affinity.matching.match.domain.QuotaDimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a quota counts. */
@Schema(
        name = "PanelQuotaCount",
        description = "How many creators count towards a quota. Those of whom the value is not known count neither for"
                + " nor against it: a most may be exceeded by as many, and a least met by as many more.")
public record PanelQuotaView(
        @Schema(description = "What is looked at; more may be added.", examples = "AREA")
        QuotaDimension dimension,

        @Schema(description = "The value.", examples = "RURAL")
        String value,

        @Schema(description = "Least creators; null for none.", nullable = true, examples = "2")
        Integer min,

        @Schema(description = "Most creators; null for any.", nullable = true, examples = "5")
        Integer max,

        @Schema(description = "Creators of the panel that are known to have the value.", examples = "2")
        int inPanel,

        @Schema(description = "Creators of the panel of whom it is not known.", examples = "1")
        int unknownInPanel,

        @Schema(description = "Creators the panel was chosen from that are known to have the value.", examples = "14")
        int inPool,

        @Schema(description = "Creators the panel was chosen from of whom it is not known.", examples = "230")
        int unknownInPool) {

    static PanelQuotaView of(PanelPlan.QuotaCount count) {
        return new PanelQuotaView(
                count.quota().dimension(),
                count.quota().value(),
                count.quota().min(),
                count.quota().max(),
                count.inPanel(),
                count.unknownInPanel(),
                count.inPool(),
                count.unknownInPool());
    }
}
