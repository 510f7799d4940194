package org.affinity.matching.lookalike.domain;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.match.domain.Categories;
import org.affinity.matching.match.domain.PanelCandidate;

/**
 * A creator with the account by which they are compared.
 *
 * @param expected what is expected of that account, with the engagement rate pulled to that of peers
 * @param topics the creator's topics as they are compared: those of one category are one
 * @param nicheNames names of the creator's categories
 */
public record Profile(Candidate candidate, PanelCandidate expected, Set<String> topics, Set<String> nicheNames) {

    /** A creator, with the words that they are compared by. */
    public static Profile of(Candidate candidate, PanelCandidate expected, Categories categories) {
        return new Profile(
                candidate,
                expected,
                categories.topicKeys(candidate.topics()),
                candidate.about().niches().stream()
                        .map(niche -> categories.nameOf(niche.categoryId()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    Account account() {
        return candidate.accounts().stream()
                .filter(account -> account.accountId().equals(expected.accountId()))
                .findFirst()
                .orElseThrow();
    }

    /** Followers, one at least. */
    double followers() {
        return Math.max(1, expected.basis().followers());
    }

    /** Whether the account's own rate is known, and not only that of its peers. */
    boolean tellsEngagement() {
        return expected.basis().rateKnown();
    }

    /** Interactions per follower of a post. */
    double engagementRate() {
        return expected.interactions() / followers();
    }

    @Override
    public String toString() {
        return "Profile[" + candidate.creatorId() + "]";
    }
}
