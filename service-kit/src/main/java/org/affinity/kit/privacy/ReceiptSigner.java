package org.affinity.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.affinity.kit.config.Encryption;

/**
 * Signs statements of this service with Ed25519 (RFC 8037), as JWS in compact form, so that any JOSE library verifies
 * them. The key follows from the service's secret: every replica has the same one, and nobody else has.
 */
@Singleton
public class ReceiptSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BYTES = 32;
    /** DER before the 32 bytes of an Ed25519 public key (RFC 8410). */
    private static final String DER = "302a300506032b6570032100";

    private static final int DER_PREFIX = 12;

    private final ObjectMapper json;
    private final KeyPair keys;
    private final PublicJwk jwk;

    ReceiptSigner(ObjectMapper json, Encryption encryption) throws GeneralSecurityException {
        this.json = json;
        this.keys = keyPair(encryption.key("receipts"));
        String x = BASE64.encodeToString(raw((EdECPublicKey) keys.getPublic()));
        // Thumbprint, RFC 7638.
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        String thumbprint = BASE64.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII)));
        this.jwk = new PublicJwk("OKP", "Ed25519", x, thumbprint, "sig", "EdDSA");
    }

    /** A public key as JSON Web Key (RFC 8037); {@code kid} is its thumbprint. */
    public record PublicJwk(String kty, String crv, String x, String kid, String use, String alg) {}

    private record Header(String alg, String kid, PublicJwk jwk) {}

    /** The key with which the signatures are verified. */
    public PublicJwk publicKey() {
        return jwk;
    }

    /** The statement as JSON, signed. */
    public String sign(Object statement) {
        try {
            String signed = encoded(new Header("EdDSA", jwk.kid(), jwk)) + "." + encoded(statement);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("A receipt could not be signed", e);
        }
    }

    /**
     * The statement of a signed text, if it was signed with the key that it names. Whose key that is the key sets of
     * the services tell.
     */
    public JsonNode verified(String jws) {
        String[] parts = jws.split("\\.", -1);
        try {
            JsonNode header = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
            byte[] raw = Base64.getUrlDecoder().decode(header.at("/jwk/x").asText());
            byte[] der = HexFormat.of().parseHex(DER + HexFormat.of().formatHex(raw));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (parts.length == 3 && signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                return json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            }
            throw new IllegalArgumentException("The signature of a receipt does not hold");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("A receipt is not a signed text", e);
        }
    }

    private String encoded(Object part) throws JsonProcessingException {
        return BASE64.encodeToString(json.writeValueAsBytes(part));
    }

    private static byte[] raw(EdECPublicKey key) {
        byte[] der = key.getEncoded();
        return Arrays.copyOfRange(der, DER_PREFIX, DER_PREFIX + KEY_BYTES);
    }

    /** The key pair of a seed: the platform derives the public half only while it generates. */
    private static KeyPair keyPair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair();
    }
}
