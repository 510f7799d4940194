package org.affinity.profile.willingness.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.domain.RateCardLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rate card as sent. */
@Schema(name = "RateCardRequest", description = "What a creator's content costs.")
record RateCardBody(
        @Schema(description = "Prices, each platform and format once.") @NotNull @Size(max = 100)
        List<@NotNull @Valid RateCardLine> items) {

    /** The prices that the body describes, when it breaks no rule; amounts have the decimals of their currency. */
    List<RateCardLine> checked(Platforms platforms) {
        var rules = new BrokenRules();
        List<RateCardLine> lines = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            RateCardLine line = items.get(i);
            String at = "/items/" + i;
            platforms.check(line.platform(), rules, at + "/platform");
            rules.check(
                    seen.add(List.of(line.platform(), line.format())),
                    at,
                    "unique",
                    "has the platform and format of one before it");
            Optional<Fee> price = rules.fee(line.price(), at + "/price");
            Optional<Fee> minimum = rules.fee(line.minimumOrder(), at + "/minimumOrder");
            rules.check(
                    price.isEmpty()
                            || minimum.isEmpty()
                            || price.get().currency().equals(minimum.get().currency()),
                    at + "/minimumOrder/currency",
                    "sameCurrency",
                    "must be the currency of the price");
            price.ifPresent(fee -> lines.add(new RateCardLine(
                    line.platform(),
                    line.format(),
                    money(fee),
                    minimum.map(RateCardBody::money).orElse(null),
                    line.usageRightsDays(),
                    line.paidAmplification())));
        }
        rules.refuse();
        return lines;
    }

    private static Money money(Fee fee) {
        return Money.of(fee.amount(), fee.currency());
    }
}
