package org.affinity.profile.willingness.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.Countries;
import org.affinity.profile.willingness.domain.Appearance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Events as sent. */
@Schema(name = "AppearancesRequest", description = "Events that a creator organised or took part in.")
record AppearancesBody(
        @Schema(description = "The events, in the order in which to show them.") @NotNull @Size(max = 100)
        List<@NotNull @Valid Appearance> items) {

    /** The events, when they break no rule. */
    List<Appearance> checked() {
        var rules = new BrokenRules();
        for (int i = 0; i < items.size(); i++) {
            String at = "/items/" + i;
            String country = items.get(i).country();
            rules.check(
                    country == null || Countries.isCode(country),
                    at + "/country",
                    "country",
                    "must be an ISO 3166 alpha-2 code in use, such as FR");
            rules.webAddress(items.get(i).url(), at + "/url");
        }
        rules.refuse();
        return items;
    }
}
