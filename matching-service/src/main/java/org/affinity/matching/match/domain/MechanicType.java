package org.affinity.matching.match.domain;

/** How a campaign works. */
public enum MechanicType {
    PAID_POST,
    GIFTING,
    PRODUCT_TEST,
    VOLUNTEER_CALL,
    DONATION_LIVE,
    AFFILIATE_CODE,
    AMBASSADOR,
    EVENT
}
