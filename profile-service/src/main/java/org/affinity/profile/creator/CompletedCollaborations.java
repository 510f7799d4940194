package org.affinity.profile.creator;

import java.util.List;
import java.util.UUID;

/** How many collaborations of a creator came to a result. */
public interface CompletedCollaborations {

    /** The number, which only the present transaction may change until its end; the creator need not be known yet. */
    int countAndHold(UUID creatorId);

    /** For which brands they were, as far as results say so. */
    List<String> brandsOf(UUID creatorId);
}
