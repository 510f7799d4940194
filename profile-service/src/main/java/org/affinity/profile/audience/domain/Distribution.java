package org.affinity.profile.audience.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an audience is spread over one dimension.
 *
 * @param sampleSize number of followers looked at, or null
 * @param shares share of the audience by value, 0 to 1; what is missing to 1 is unknown
 */
public record Distribution(Dimension dimension, Long sampleSize, Map<String, BigDecimal> shares) {

    public Distribution {
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }
}
