package org.affinity.profile.creator.domain;

import org.affinity.profile.tier.domain.TierBand;

/**
 * Which creators to list; null does not filter. Platform, tier and handle must hold for one and the same account.
 *
 * @param topic in canonical form
 * @param handleKey lowercase, without {@code @}
 */
public record CreatorFilter(Platform platform, TierBand tier, String country, String topic, String handleKey) {}
