package org.affinity.matching.candidate.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All that matching knows of one creator at one version; immutable. {@code country} and {@code birthYear} are null when
 * unknown; empty languages, topics, availability or rate card mean that nobody stated them, not that there are none.
 * {@code ageClearance} is null where the event did not say, {@code responsiveness} where nobody ever invited the
 * creator, {@code paidPause} where there is none, {@code linkedTo} unless this turned out to be another creator. What
 * the creator contests is left out, and named in {@code contested}: {@code country}, or a figure of an account as in
 * {@code accounts/<id>/engagementRate}.
 */
public record Candidate(
        UUID creatorId,
        long version,
        boolean active,
        String country,
        Set<String> languages,
        Integer birthYear,
        Set<String> topics,
        List<Account> accounts,
        List<Availability> availability,
        int completedCollaborations,
        AgeClearance ageClearance,
        PaidPause paidPause,
        List<RatedContent> rateCard,
        Responsiveness responsiveness,
        SelfDescription about,
        UUID linkedTo,
        Set<String> contested) {

    /** Years of age from which on nobody needs papers. */
    public static final int ADULT = 18;

    public Candidate {
        country = country == null ? null : country.toUpperCase(Locale.ROOT);
        languages = Tags.languages(languages);
        topics = Tags.topics(topics);
        accounts = List.copyOf(accounts);
        availability = List.copyOf(availability);
        // Candidates stored by earlier versions lack these.
        rateCard = rateCard == null ? List.of() : List.copyOf(rateCard);
        about = about == null ? SelfDescription.NONE : about;
        contested = contested == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(contested));
    }

    /** A creator of whom no more is known than every event tells. */
    public Candidate(
            UUID creatorId,
            long version,
            boolean active,
            String country,
            Set<String> languages,
            Integer birthYear,
            Set<String> topics,
            List<Account> accounts,
            List<Availability> availability,
            int completedCollaborations,
            AgeClearance ageClearance) {
        this(
                creatorId,
                version,
                active,
                country,
                languages,
                birthYear,
                topics,
                accounts,
                availability,
                completedCollaborations,
                ageClearance,
                null,
                List.of(),
                null,
                SelfDescription.NONE,
                null,
                Set.of());
    }

    /**
     * Whether age and papers let the creator take part from the first day to the last. Without a word on papers,
     * whoever may be younger than 18 is refused until that cannot be.
     */
    public boolean mayTakePart(LocalDate first, LocalDate last) {
        return ageClearance == null
                ? birthYear == null || first.getYear() > birthYear + ADULT
                : ageClearance.covers(first, last);
    }

    /** What the creator said about this kind of engagement, when anything was said. */
    public Optional<Availability> availabilityFor(EngagementType type) {
        // A loop: a match asks this of each creator whom it shows or may propose.
        for (Availability entry : availability) {
            if (entry.engagementType() == type) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Whether a figure of an account is left out because the creator contests it. */
    public boolean contests(Account account, String figure) {
        return !contested.isEmpty() && contested.contains(Account.path(account.accountId(), figure));
    }

    @Override
    public String toString() {
        return "Candidate[" + creatorId + ", version " + version + "]";
    }
}
