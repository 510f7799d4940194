package org.affinity.profile.creator;

import java.util.UUID;

/** How many collaborations of a creator came to a result. */
public interface CompletedCollaborations {

    /** The number, which only the present transaction may change until its end; the creator need not be known yet. */
    int countAndHold(UUID creatorId);
}
