package org.affinity.matching.match;

import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.PanelOptions;

/** What is to be different in another panel; a budget or number of places that is null stays that of the brief. */
public record WhatIf(Money budget, Integer maxCreators, PanelOptions options) {}
