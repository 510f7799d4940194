package org.affinity.matching.match;

import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.PanelOptions;

/**
 * What is to be different in another panel; a budget or number of places that is null stays that of the brief.
 *
 * @param options all that the panel has to keep to: what was asked for, over what the match had
 */
public record WhatIf(Money budget, Integer maxCreators, PanelOptions options) {

    /** The same without naming some creators. */
    WhatIf without(Set<UUID> creators) {
        return new WhatIf(budget, maxCreators, options.without(creators));
    }
}
