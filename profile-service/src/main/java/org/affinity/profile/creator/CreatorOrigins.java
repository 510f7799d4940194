package org.affinity.profile.creator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.CreatorImports.Imported;
import org.affinity.profile.creator.domain.ListOrigin;

/** Keeps where the data of creators came from; told within the transaction of the change. */
public interface CreatorOrigins {

    /** The caller wrote a creator's profile: the creator themself, or an operator. */
    void described(UUID creatorId, Instant at);

    /** A list told of these creators; one may occur several times. */
    void takenOver(List<Imported> creators, ListOrigin origin, Instant at);
}
