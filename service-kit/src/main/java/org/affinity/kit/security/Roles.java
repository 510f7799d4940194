package org.affinity.kit.security;

/** The roles a token can carry in its {@code groups} claim. */
public final class Roles {

    /** Works for the organisation in the token. */
    public static final String BRAND = "brand";
    /** Works for its own organisation and for the client organisations in {@code acts_for}. */
    public static final String AGENCY = "agency";
    /** A creator: sees and changes own data only. */
    public static final String CREATOR = "creator";
    /** A machine of a partner platform that works for the organisation in the token. */
    public static final String PARTNER = "partner";
    /** Runs the platform. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
