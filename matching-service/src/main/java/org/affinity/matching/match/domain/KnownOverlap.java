package org.affinity.matching.match.domain;

import java.util.UUID;

/** How many people in the target two creators both reach, as somebody measured it. */
public record KnownOverlap(UUID oneCreatorId, UUID otherCreatorId, double people) {}
