package org.affinity.profile.audience.domain;

import java.math.BigDecimal;

/**
 * What a source says of the followers themselves; null means unknown.
 *
 * @param suspiciousShare share of followers flagged as suspicious, 0 to 1
 * @param massFollowerShare share of followers who follow more than 1,500 accounts, 0 to 1
 */
public record AudienceSignals(BigDecimal suspiciousShare, BigDecimal massFollowerShare) {

    /** Nothing known. */
    public static final AudienceSignals UNKNOWN = new AudienceSignals(null, null);
}
