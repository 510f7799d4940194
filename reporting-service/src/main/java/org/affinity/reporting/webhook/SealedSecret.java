package org.affinity.reporting.webhook;

import java.util.Optional;
import org.affinity.kit.config.Encryption;
import org.jboss.logging.Logger;

/** The secret of an endpoint as it is kept. It is opened only to sign. */
final class SealedSecret {

    private static final Logger LOG = Logger.getLogger(SealedSecret.class);

    private final Encryption encryption;
    private final byte[] sealed;

    SealedSecret(Encryption encryption, byte[] sealed) {
        this.encryption = encryption;
        this.sealed = sealed.clone();
    }

    /** The secret, or empty when it was altered or sealed with another key. */
    Optional<WebhookSecret> open() {
        try {
            return Optional.of(WebhookSecret.of(encryption.open(sealed)));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The secret of a webhook endpoint cannot be read");
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SealedSecret[hidden]";
    }
}
