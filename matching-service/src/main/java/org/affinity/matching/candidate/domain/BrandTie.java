package org.affinity.matching.candidate.domain;

/**
 * A creator's tie to a brand. The event does not date it.
 *
 * @param key the name as names of brands are compared, see {@link BrandKey}
 * @param sector category of the IAB ad product taxonomy; null when not said
 * @param source {@code DECLARED} or {@code MEASURED}
 */
public record BrandTie(BrandRelation relation, String name, String key, String sector, String source) {}
