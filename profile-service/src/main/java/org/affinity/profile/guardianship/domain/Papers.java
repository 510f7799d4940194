package org.affinity.profile.guardianship.domain;

/**
 * Where the papers behind a minor's dates are kept; null when there are none.
 *
 * @param consentReference the guardian's written consent
 * @param authorisationReference the administrative authorisation
 * @param authority who granted it, as the prefecture
 * @param attestationReference the proof of age that an operator saw; the proof itself is not kept
 */
public record Papers(
        String consentReference, String authorisationReference, String authority, String attestationReference) {

    /** No papers. */
    public static final Papers NONE = new Papers(null, null, null, null);
}
