package org.affinity.matching.match.domain;

import java.util.Map;
import org.affinity.matching.candidate.domain.Platform;

/**
 * Usual cost of a thousand impressions by platform, as versioned data with its source.
 *
 * @param fallbackCostPerThousand for platforms without a published figure; an assumption, and named as one
 */
public record PriceTable(
        String version,
        String source,
        String currency,
        Map<Platform, Double> costPerThousand,
        double fallbackCostPerThousand) {

    public double costPerThousand(Platform platform) {
        return costPerThousand.getOrDefault(platform, fallbackCostPerThousand);
    }
}
