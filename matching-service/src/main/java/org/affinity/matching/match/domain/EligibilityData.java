package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.matching.candidate.domain.EngagementType;

/**
 * What the rules of eligibility go by, as versioned data with its sources.
 *
 * @param openInvitations from so many unanswered invitations on a creator is not asked, unless the brief says otherwise
 * @param invitationsLast30Days the same for invitations of the last 30 days
 * @param invitationsValidDays age in days from which on counts of invitations say nothing any more
 * @param exclusivityDays work for a competitor keeps a creator out from so many days before a campaign on, unless the
 *     brief says otherwise
 * @param exemptCountries where a creator may live to fall under the law of that country instead of the banning one's
 */
public record EligibilityData(
        String version,
        int openInvitations,
        int invitationsLast30Days,
        int invitationsValidDays,
        int exclusivityDays,
        List<BannedSector> bannedSectors,
        Set<String> exemptCountries,
        List<String> sources) {

    public EligibilityData {
        bannedSectors = List.copyOf(bannedSectors);
        exemptCountries = Set.copyOf(exemptCountries);
        sources = List.copyOf(sources);
    }

    /**
     * A ban of what creators may promote.
     *
     * @param countries whose law it is
     * @param sectors categories of the IAB ad product taxonomy, each named, whatever is below it too
     * @param engagementTypes engagements that it is about
     * @param rule what is banned, in words
     * @param source the law
     */
    public record BannedSector(
            String id,
            Set<String> countries,
            Set<String> sectors,
            Set<EngagementType> engagementTypes,
            String rule,
            String source) {

        public BannedSector {
            countries = Set.copyOf(countries);
            sectors = Set.copyOf(sectors);
            engagementTypes = Set.copyOf(engagementTypes);
        }
    }

    /** The ban that a brief falls under, if any. */
    Optional<BannedSector> banOf(Brief brief) {
        String sector = brief.conditions().sector();
        return sector == null
                ? Optional.empty()
                : bannedSectors.stream()
                        .filter(ban -> ban.sectors().contains(sector)
                                && ban.engagementTypes().contains(brief.engagementType()))
                        .findFirst();
    }

    /** From how many unanswered invitations on a creator is not asked. */
    int openCap(Brief brief) {
        SolicitationCap cap = brief.conditions().solicitationCap();
        return counted(cap == null || cap.openInvitations() == null ? openInvitations : cap.openInvitations());
    }

    /** From how many invitations of the last 30 days on a creator is not asked. */
    int recentCap(Brief brief) {
        SolicitationCap cap = brief.conditions().solicitationCap();
        return counted(
                cap == null || cap.invitationsLast30Days() == null
                        ? invitationsLast30Days
                        : cap.invitationsLast30Days());
    }

    /** Rows count no further, and campaigns of old may allow more. */
    private static int counted(int cap) {
        return Math.min(cap, Levels.HIGHEST);
    }

    /** From which day on dated work for a competitor keeps a creator out. */
    LocalDate exclusiveFrom(Brief brief) {
        Integer asked = brief.conditions().exclusivityDays();
        return brief.startsOn().minusDays(asked == null ? exclusivityDays : asked);
    }
}
