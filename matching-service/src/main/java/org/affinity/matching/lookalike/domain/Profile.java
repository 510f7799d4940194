package org.affinity.matching.lookalike.domain;

import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.match.domain.PanelCandidate;

/**
 * A creator with the account by which they are compared.
 *
 * @param expected what is expected of that account, with the engagement rate pulled to that of peers
 */
public record Profile(Candidate candidate, PanelCandidate expected) {

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

    /** Interactions per follower of a post. */
    double engagementRate() {
        return expected.interactions() / followers();
    }

    @Override
    public String toString() {
        return "Profile[" + candidate.creatorId() + "]";
    }
}
