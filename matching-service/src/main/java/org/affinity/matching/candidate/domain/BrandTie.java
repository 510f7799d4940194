package org.affinity.matching.candidate.domain;

import java.time.LocalDate;

/**
 * A creator's tie to a brand.
 *
 * @param key the name as names of brands are compared, see {@link org.affinity.kit.code.NameKey}
 * @param sector category of the IAB ad product taxonomy; null when not said
 * @param workedOn last day of work for the brand; null when it is not known, or there was none
 * @param source {@code DECLARED} or {@code MEASURED}
 */
public record BrandTie(
        BrandRelation relation, String name, String key, String sector, LocalDate workedOn, String source) {

    /** The same tie with work on another day. */
    public BrandTie workedOn(LocalDate day) {
        return new BrandTie(relation, name, key, sector, day, source);
    }
}
