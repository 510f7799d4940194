package org.affinity.profile.consent;

import java.time.Instant;
import java.util.Set;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.domain.Purpose;
import org.affinity.profile.creator.domain.LawfulBasis;

/**
 * A consent, or another basis, as somebody states it.
 *
 * @param channel the channel it opens; null for a source of data
 * @param givenAt null for now
 */
public record ConsentStatement(
        Origin origin,
        String sourceName,
        Channel channel,
        LawfulBasis lawfulBasis,
        Set<Purpose> purposes,
        Instant givenAt,
        String proofReference) {

    public ConsentStatement {
        purposes = Set.copyOf(purposes);
    }
}
