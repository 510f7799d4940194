package org.affinity.profile.creator.domain;

import java.time.LocalDate;

/**
 * What a creator has to do with one brand.
 *
 * @param sector category of the ad product taxonomy, or null
 * @param workedOn when they worked together, or null; this and what follows speak of work that was done only
 * @param what what was made, in the creator's words
 * @param proofUrl where it can be seen
 * @param result what came of it, in the creator's words
 */
public record BrandTie(
        BrandRelation relation,
        BrandName name,
        String sector,
        LocalDate workedOn,
        String what,
        String proofUrl,
        String result,
        FactSource source) {

    /** Work that the platform has seen the result of. */
    public static BrandTie measured(BrandName name) {
        return new BrandTie(BrandRelation.WORKED_WITH, name, null, null, null, null, null, FactSource.MEASURED);
    }

    /** The same tie, seen by the platform too. */
    public BrandTie asMeasured() {
        return new BrandTie(relation, name, sector, workedOn, what, proofUrl, result, FactSource.MEASURED);
    }

    /** Whether both speak of the same brand in the same way. */
    public boolean isSameAs(BrandTie other) {
        return relation == other.relation && name.key().equals(other.name.key());
    }
}
