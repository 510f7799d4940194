package org.affinity.kit.privacy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals what only one receiver may read: an ephemeral X25519 key agreement (RFC 7748), HKDF-SHA256 over the shared
 * secret with both public keys, AES-256-GCM over the compressed text. Once the receiver's private key is deleted,
 * nobody reads the sealed bytes again, wherever they still lie.
 *
 * <p>A sealed text is: ephemeral public key (44 bytes, DER), ciphertext with tag. Each box has a key of its own, so
 * that the nonce may be constant.
 */
public final class TransitBox {

    private static final int PUBLIC_KEY = 44;
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];

    private TransitBox() {}

    /** A new pair of keys; the public one goes to whoever seals. */
    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("X25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The platform has no X25519", e);
        }
    }

    /** Seals a text for the holder of the private key to an encoded public key. */
    public static byte[] seal(byte[] publicKey, byte[] plain) {
        try {
            PublicKey receiver = KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(publicKey));
            KeyPair own = newKeys();
            byte[] ephemeral = own.getPublic().getEncoded();
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(own.getPrivate(), receiver, ephemeral, publicKey))
                    .doFinal(compressed(plain));
            return ByteBuffer.allocate(ephemeral.length + sealed.length)
                    .put(ephemeral)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A box could not be sealed", e);
        }
    }

    /** Opens a sealed text; fails on anything altered. */
    public static byte[] open(byte[] privateKey, byte[] publicKey, byte[] sealed) {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            byte[] ephemeral = Arrays.copyOf(sealed, PUBLIC_KEY);
            PrivateKey own = keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            PublicKey sender = keys.generatePublic(new X509EncodedKeySpec(ephemeral));
            return decompressed(cipher(Cipher.DECRYPT_MODE, key(own, sender, ephemeral, publicKey))
                    .doFinal(sealed, PUBLIC_KEY, sealed.length - PUBLIC_KEY));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("A box could not be opened", e);
        }
    }

    private static SecretKey key(Key own, Key other, byte[] ephemeral, byte[] receiver)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] both = ByteBuffer.allocate(ephemeral.length + receiver.length)
                .put(ephemeral)
                .put(receiver)
                .array();
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(agreement.generateSecret())
                                .thenExpand(both, 32));
    }

    private static Cipher cipher(int mode, SecretKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
        return cipher;
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] decompressed(byte[] compressed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
