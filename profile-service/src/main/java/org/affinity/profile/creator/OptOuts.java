package org.affinity.profile.creator;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;

/** Who had their data erased and is not to be taken in again. */
public interface OptOuts {

    /** Those among some accounts that belonged to people who left. */
    Set<AccountKey> among(Collection<AccountKey> accounts);

    /** Those among a partner's own ids of creators that stood for people who left. */
    Set<String> externalIdsAmong(UUID organisationId, Collection<String> externalIds);

    /** Whether the creator of this id left. */
    boolean isErased(UUID creatorId);
}
