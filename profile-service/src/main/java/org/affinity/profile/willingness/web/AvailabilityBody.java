package org.affinity.profile.willingness.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.PaidPause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Availability as sent. */
@Schema(name = "AvailabilityPartRequest", description = "On which terms a creator works.")
record AvailabilityBody(
        @Schema(description = "Kinds of engagement that the creator accepts, each once.") @NotNull @Size(max = 4)
        List<@NotNull @Valid Item> items,

        @Schema(description = "A time without paid work; left out when there is none.", nullable = true) @Valid
        PaidPause paidPause) {

    /** The availability that the body describes, when it breaks no rule. */
    List<Availability> checked() {
        var rules = new BrokenRules();
        List<Availability> offers = new ArrayList<>();
        Set<EngagementType> types = EnumSet.noneOf(EngagementType.class);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String at = "/items/" + i;
            EngagementTerms terms = item.terms == null ? EngagementTerms.NONE : item.terms;
            rules.check(types.add(item.engagementType), at, "unique", "has the engagementType of one before it");
            rules.period(terms.from(), terms.until(), at + "/terms/until");
            offers.add(new Availability(
                    item.engagementType, rules.fee(item.fee, at + "/fee").orElse(null), terms));
        }
        if (paidPause != null) {
            rules.period(paidPause.from(), paidPause.until(), "/paidPause/until");
        }
        rules.refuse();
        return offers;
    }

    /** A kind of engagement as sent. */
    @Schema(name = "AvailabilityPartItemRequest", description = "A kind of engagement that the creator accepts.")
    record Item(
            @Schema(description = "Kind of engagement.", examples = "PAID") @NotNull
            EngagementType engagementType,

            @Schema(description = "What one collaboration costs; left out when not said.", nullable = true) @Valid
            Money fee,

            @Schema(description = "When and how much; left out when there is no limit.", nullable = true) @Valid
            EngagementTerms terms) {}
}
