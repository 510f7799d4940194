package org.affinity.kit.config;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps secrets unreadable at rest (AES-256-GCM) and signs what clients carry (HMAC-SHA256), with keys derived from the
 * service's one secret by HKDF (RFC 5869).
 *
 * <p>A sealed text is: id of the key (4 bytes), nonce (12), ciphertext with tag (16).
 */
@Singleton
public class Encryption {

    private static final int KEY_ID = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret;
    private final SecretKey sealing;
    private final SecretKey signing;
    private final byte[] keyId;

    Encryption(KitConfiguration configuration) throws GeneralSecurityException {
        secret = Base64.getDecoder().decode(configuration.secretKey());
        if (secret.length < 32) {
            throw new IllegalArgumentException(
                    "affinity.secret-key (AFFINITY_SECRET_KEY) needs 32 random bytes in base64");
        }
        sealing = derive(secret, "seal", "AES");
        signing = derive(secret, "sign", "HmacSHA256");
        keyId = Arrays.copyOf(derive(secret, "id", "Generic").getEncoded(), KEY_ID);
    }

    /** 32 bytes for one purpose alone: the same in every replica and at every start, until the secret changes. */
    public byte[] key(String purpose) {
        try {
            return derive(secret, "key " + purpose, "Generic").getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform has no HKDF-SHA256", e);
        }
    }

    private static SecretKey derive(byte[] secret, String purpose, String algorithm) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret)
                                .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), 32));
    }

    /** Encrypts; the same text never gives the same bytes twice. */
    public byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, plain, 0, plain.length);
        return ByteBuffer.allocate(KEY_ID + NONCE + sealed.length)
                .put(keyId)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Decrypts what {@link #seal} gave; fails on anything altered or sealed with another key. */
    public byte[] open(byte[] sealed) {
        byte[] nonce = Arrays.copyOfRange(sealed, KEY_ID, KEY_ID + NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, sealed, KEY_ID + NONCE, sealed.length - KEY_ID - NONCE);
    }

    /** HMAC-SHA256 of a text that a client will bring back. */
    public byte[] sign(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(signing);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform has no HmacSHA256", e);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text could not be written or read", e);
        }
    }
}
