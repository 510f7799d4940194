package org.affinity.profile.guardianship;

import java.util.UUID;
import org.affinity.profile.creator.domain.AgeEvidence;
import org.affinity.profile.creator.domain.Minority;
import org.affinity.profile.guardianship.domain.Guardian;
import org.affinity.profile.guardianship.domain.Papers;

/**
 * Who answers for a creator who may be a minor, and what their age allows today.
 *
 * @param version version of the creator
 * @param guardian null when none is named
 */
public record Guardianship(
        UUID creatorId, long version, Minority minority, Guardian guardian, AgeEvidence evidence, Papers papers) {

    /** Keeps people out of logs. */
    @Override
    public String toString() {
        return "Guardianship[creatorId=" + creatorId + "]";
    }
}
