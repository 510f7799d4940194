package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.AvailabilityRow;
import org.affinity.profile.creator.store.CreatorEntity;

/**
 * Adds what others say of a creator to what is known: what they do not say stays, what creators wrote of themselves is
 * only added to, and figures never give way to figures of a weaker source.
 */
@ApplicationScoped
class ProfileMerge {

    private final AccountHistory history;

    ProfileMerge(AccountHistory history) {
        this.history = history;
    }

    /** Adds to the person; true when that changed anything. */
    boolean addPerson(
            CreatorEntity creator,
            String displayName,
            String country,
            Integer birthYear,
            List<String> newTopics,
            List<String> newLanguages) {
        boolean mayReplace = !creator.selfDescribed;
        boolean isChanged = false;
        if (mayReplace && displayName != null && !displayName.equals(creator.displayName)) {
            creator.displayName = displayName;
            isChanged = true;
        }
        if (mayTake(creator.country, country, mayReplace)) {
            creator.country = country;
            isChanged = true;
        }
        if (mayTake(creator.birthYear, birthYear, mayReplace)) {
            creator.birthYear = birthYear;
            isChanged = true;
        }
        List<String> topics = Topics.union(creator.topics, newTopics);
        if (!topics.equals(creator.topics)) {
            creator.topics = new ArrayList<>(topics);
            isChanged = true;
        }
        List<String> languages = Languages.union(creator.languages, newLanguages);
        if (!languages.equals(creator.languages)) {
            creator.languages = new ArrayList<>(languages);
            isChanged = true;
        }
        return isChanged;
    }

    /** Adds to what creators say of themselves; true when that changed anything. */
    boolean addBio(CreatorEntity creator, String bio) {
        if (!mayTake(creator.bio, bio, !creator.selfDescribed)) {
            return false;
        }
        creator.bio = bio;
        return true;
    }

    /**
     * Adds to the figures of an account; true when that said anything new.
     *
     * @param isDated whether the source says when it observed the figures
     * @param entries the history of the account, when the statement is not ahead of it
     */
    boolean addFigures(AccountEntity account, Statement statement, boolean isDated, List<Snapshot> entries) {
        boolean saysNothing = statement.figures().equals(Observation.NOTHING);
        if (saysNothing || (!isDated && isKnown(account, statement, entries))) {
            return false;
        }
        return history.add(account, statement, entries).isNew();
    }

    /** The same for a source that does not say when it observed the figures. */
    boolean addFigures(AccountEntity account, Statement statement) {
        List<Snapshot> entries = AccountHistory.isAhead(account, statement)
                ? List.of()
                : history.historiesOf(List.of(account.id)).getOrDefault(account.id, List.of());
        return addFigures(account, statement, false, entries);
    }

    /** Whether an undated statement only repeats what is known: of its own source, when that is the weaker one. */
    private static boolean isKnown(AccountEntity account, Statement statement, List<Snapshot> entries) {
        if (!statement.source().isWeakerThan(account.source)) {
            return account.observation().overlaidWith(statement.figures()).equals(account.observation());
        }
        List<Snapshot> ownSource = entries.stream()
                .filter(entry -> entry.source() == statement.source())
                .toList();
        return CurrentFigures.of(ownSource)
                .filter(current ->
                        current.figures().overlaidWith(statement.figures()).equals(current.figures()))
                .isPresent();
    }

    /** Adds what paid work costs, unless creators say themselves what they accept; true when that changed anything. */
    boolean addFee(CreatorEntity creator, Fee fee) {
        if (fee == null || (creator.selfDescribed && !creator.availability.isEmpty())) {
            return false;
        }
        AvailabilityRow offer = AvailabilityRow.of(new Availability(EngagementType.PAID, fee));
        for (int i = 0; i < creator.availability.size(); i++) {
            AvailabilityRow present = creator.availability.get(i);
            if (present.engagementType == EngagementType.PAID) {
                if (fee.equals(present.availability().fee())) {
                    return false;
                }
                creator.availability.set(i, offer);
                return true;
            }
        }
        creator.availability.add(offer);
        return true;
    }

    private static boolean mayTake(Object present, Object offered, boolean mayReplace) {
        return offered != null && !offered.equals(present) && (present == null || mayReplace);
    }
}
