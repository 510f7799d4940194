package org.affinity.profile.creator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;

/** As much of a creator as a list shows. */
public record ListedCreator(
        UUID creatorId,
        long version,
        String displayName,
        CreatorStatus state,
        String country,
        List<String> languages,
        Integer birthYear,
        String timeZone,
        List<String> topics,
        List<Account> accounts,
        List<CreatorState.Offer> availability,
        int completedCollaborations,
        List<String> contestedFields,
        String bio,
        UUID linkedTo) {

    public ListedCreator {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        accounts = List.copyOf(accounts);
        availability = List.copyOf(availability);
        contestedFields = List.copyOf(contestedFields);
    }

    /** What a list would show of this creator. */
    public static ListedCreator of(CreatorState creator) {
        return new ListedCreator(
                creator.creatorId(),
                creator.version(),
                creator.displayName(),
                creator.state(),
                creator.country(),
                creator.languages(),
                creator.birthYear(),
                creator.timeZone(),
                creator.topics(),
                creator.accounts().stream().map(Account::of).toList(),
                creator.availability(),
                creator.trackRecord().completedCollaborations(),
                creator.contestedFields(),
                creator.bio(),
                creator.linkedTo());
    }

    /** Keeps the person's name and birth year out of logs. */
    @Override
    public String toString() {
        return "ListedCreator[creatorId=" + creatorId + ", version=" + version + "]";
    }

    /** An account with its latest figures; null means unknown. */
    public record Account(
            UUID accountId,
            Platform platform,
            String handle,
            Long followers,
            BigDecimal engagementRate,
            Long averageViews,
            Instant observedAt,
            MetricSource source) {

        static Account of(CreatorState.Account account) {
            return new Account(
                    account.accountId(),
                    account.platform(),
                    account.handle(),
                    account.followers(),
                    account.engagementRate(),
                    account.averageViews(),
                    account.observedAt(),
                    account.source());
        }
    }
}
