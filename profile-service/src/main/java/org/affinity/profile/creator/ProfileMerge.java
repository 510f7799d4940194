package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;

/**
 * Adds what others say of a creator to what is known: what they do not say stays, what creators wrote of themselves is
 * only added to, and figures never give way to figures of a weaker source.
 */
@ApplicationScoped
class ProfileMerge {

    private final ProfileWriter writer;

    ProfileMerge(ProfileWriter writer) {
        this.writer = writer;
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

    /** Adds to the figures of an account that the creator has; true when that changed anything. */
    boolean addFigures(CreatorEntity creator, AccountProfile said, MetricSource source, Instant at) {
        AccountEntity account = creator.accounts.stream()
                .filter(one -> one.key().equals(said.key()))
                .findFirst()
                .orElseThrow();
        AccountMetrics merged = account.metrics().overlaidWith(said.metrics());
        if (merged.equals(account.metrics()) || source.isWeakerThan(account.source)) {
            return false;
        }
        writer.observe(account, merged, source, at);
        return true;
    }

    private static boolean mayTake(Object present, Object offered, boolean mayReplace) {
        return offered != null && !offered.equals(present) && (present == null || mayReplace);
    }
}
