package org.affinity.profile.tier.domain;

import java.util.List;
import java.util.Optional;

/**
 * One published way to class accounts by audience size; to be read together with engagement, never alone.
 *
 * @param id name under which requests choose it
 * @param version rises when its bounds change
 * @param source who published it
 * @param bands from the smallest to the largest audience; what lies outside all of them has no tier
 */
public record TierScheme(String id, int version, String name, String source, List<TierBand> bands) {

    public TierScheme {
        bands = List.copyOf(bands);
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).fewestFollowers() != bands.get(i - 1).highest() + 1) {
                throw new IllegalArgumentException("tiers of " + id + " overlap or leave a gap");
            }
        }
    }

    /** The name of the tier of so many followers; null when the number is unknown or in no tier. */
    public String tierOf(Long followers) {
        return followers == null
                ? null
                : bands.stream()
                        .filter(band -> band.holds(followers))
                        .map(TierBand::tier)
                        .findFirst()
                        .orElse(null);
    }

    /** The tier of this name. */
    public Optional<TierBand> band(String tier) {
        return bands.stream().filter(band -> band.tier().equals(tier)).findFirst();
    }
}
