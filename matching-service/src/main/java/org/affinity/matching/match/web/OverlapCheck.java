package org.affinity.matching.match.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.domain.ImpossibleOverlap;
import org.affinity.matching.match.domain.KnownOverlap;

/** Refuses measured overlaps that say nothing or cannot be, whomever creators reach. */
public final class OverlapCheck {

    /**
     * Nobody reaches more, as no account has more followers: the people who are online (ITU, Facts and Figures 2024).
     */
    public static final String MOST_PEOPLE = "5500000000";

    /** What is wrong with more. */
    public static final String TOO_MANY_PEOPLE =
            "must be at most {value}, as many as people are online (ITU, Facts and Figures 2024)";

    private OverlapCheck() {}

    /**
     * Refuses the first overlap of a creator with themself, of two creators twice, or that contradicts others.
     *
     * @param pointer where the overlaps are in the request
     */
    public static void refuseNonsense(List<KnownOverlap> overlaps, String pointer) {
        Set<Set<UUID>> pairs = new HashSet<>();
        for (int i = 0; i < overlaps.size(); i++) {
            KnownOverlap overlap = overlaps.get(i);
            if (overlap.oneCreatorId().equals(overlap.otherCreatorId())) {
                throw DomainException.invalid(
                        pointer + "/" + i + "/otherCreatorId", "another", "must be another creator than oneCreatorId");
            }
            if (!pairs.add(Set.of(overlap.oneCreatorId(), overlap.otherCreatorId()))) {
                throw DomainException.invalid(
                        pointer + "/" + i, "once", "must not be told of the same two creators twice");
            }
        }
        ImpossibleOverlap.among(overlaps, _ -> Double.parseDouble(MOST_PEOPLE)).ifPresent(impossible -> {
            throw DomainException.invalid(
                    pointer + "/" + impossible.index() + "/people", impossible.rule(), impossible.detail());
        });
    }
}
