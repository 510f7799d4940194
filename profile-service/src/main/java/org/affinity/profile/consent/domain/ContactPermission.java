package org.affinity.profile.consent.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a creator may be contacted through a channel, and why. What was consented to may be used, what was withdrawn
 * may not. Without either, e-mail and telephone stay closed, while post and messages on the platform may rest on any
 * other basis in force that includes contact.
 *
 * @param consent the latest consent for the channel; null when none was ever given
 */
public record ContactPermission(Channel channel, boolean mayContact, Reason reason, Consent consent) {

    /** Why a channel is open or closed. */
    public enum Reason {
        CONSENT_GIVEN,
        CONSENT_WITHDRAWN,
        OTHER_LAWFUL_BASIS,
        NEVER_GIVEN
    }

    /** The permission that follows from everything known of a creator's consents. */
    public static ContactPermission of(Channel channel, List<Consent> consents) {
        Optional<Consent> latest = consents.stream()
                .filter(consent -> consent.channel() == channel)
                .max(Comparator.comparing(Consent::isInForce).thenComparing(Consent::givenAt));
        if (latest.isPresent()) {
            boolean open = latest.get().isInForce();
            return new ContactPermission(
                    channel, open, open ? Reason.CONSENT_GIVEN : Reason.CONSENT_WITHDRAWN, latest.get());
        }
        boolean otherBasis = consents.stream()
                .anyMatch(consent -> consent.channel() == null
                        && consent.isInForce()
                        && consent.purposes().contains(Purpose.CONTACT));
        return otherBasis && !channel.needsConsent()
                ? new ContactPermission(channel, true, Reason.OTHER_LAWFUL_BASIS, null)
                : new ContactPermission(channel, false, Reason.NEVER_GIVEN, null);
    }
}
