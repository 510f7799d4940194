package org.affinity.profile.responsiveness.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The time after which half of the invitations are answered. Those still waiting count for as long as they have waited
 * and no longer (Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53, 1958): leaving
 * them out would make everybody look quick.
 */
final class MedianWait {

    private MedianWait() {}

    /** The median; empty when, as far as is known, fewer than half are ever answered. */
    static Optional<Duration> of(List<Invitation> invitations, Instant now) {
        List<Invitation> byWait = invitations.stream()
                .sorted(Comparator.comparing((Invitation one) -> one.waited(now))
                        .thenComparing(Invitation::isAnswered, Comparator.reverseOrder()))
                .toList();
        double waiting = 1;
        int atRisk = byWait.size();
        for (Invitation invitation : byWait) {
            if (invitation.isAnswered()) {
                waiting *= 1 - 1.0 / atRisk;
                if (waiting <= 0.5 + 1e-12) {
                    return Optional.of(invitation.waited(now));
                }
            }
            atRisk--;
        }
        return Optional.empty();
    }
}
