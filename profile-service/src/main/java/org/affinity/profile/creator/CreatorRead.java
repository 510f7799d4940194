package org.affinity.profile.creator;

import java.util.UUID;

/** A caller got a creator's profile to see; fired for each, whoever the caller is. */
public record CreatorRead(UUID creatorId) {}
