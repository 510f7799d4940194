package org.affinity.reporting.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that an endpoint and this service share. It signs by the Standard Webhooks specification, version 1.0.0:
 * HMAC-SHA256 over {@code id.timestamp.body}.
 */
final class WebhookSecret {

    private static final int BYTES = 32;
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** A new secret; the generator must be cryptographically secure. */
    static WebhookSecret create(RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new WebhookSecret(key);
    }

    /** The secret of these bytes. */
    static WebhookSecret of(byte[] key) {
        return new WebhookSecret(key.clone());
    }

    /** The bytes to seal and keep. */
    byte[] bytes() {
        return key.clone();
    }

    /** The secret as its owner sees it once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The value of {@code webhook-signature} for a body. */
    String sign(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
