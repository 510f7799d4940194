package org.affinity.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs the bearer tokens of the local issuer: compact JWTs (RS256).
 *
 * <p>The key id is the RFC 7638 thumbprint of the public key, so signer and issuer agree on it without telling each
 * other.
 */
public final class TokenSigner {

    /** The audience that every service asks for. */
    public static final String AUDIENCE = "affinity";

    private static final int KEY_BITS = 2048;

    private final RsaJsonWebKey key;
    private final String issuer;

    private TokenSigner(RsaJsonWebKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** Reads a file with an RSA key pair as a JSON Web Key. */
    public static TokenSigner read(Path keyFile, String issuer) {
        try {
            return new TokenSigner((RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(keyFile)), issuer);
        } catch (IOException | JoseException e) {
            throw new IllegalStateException("cannot read the issuer's key " + keyFile, e);
        }
    }

    /** Makes a new RSA key pair, as a JSON Web Key. */
    public static String generateKey() {
        try {
            RsaJsonWebKey pair = RsaJwkGenerator.generateJwk(KEY_BITS);
            pair.setUse(Use.SIGNATURE);
            pair.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256"));
            return pair.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return issuer;
    }

    /** The RFC 7638 thumbprint of the public key. */
    public String keyId() {
        return key.getKeyId();
    }

    /** The public key as a JSON Web Key. */
    public Map<String, Object> publicJwk() {
        return key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Signs the claims for the time from now on; issuer, audience, times and token id are added when absent. */
    public String sign(Map<String, Object> claims, Instant now, Duration ttl) {
        var payload = new JwtClaims();
        payload.setIssuer(issuer);
        payload.setAudience(AUDIENCE);
        payload.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        payload.setExpirationTime(NumericDate.fromSeconds(now.plus(ttl).getEpochSecond()));
        payload.setGeneratedJwtId();
        claims.forEach(payload::setClaim);
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(keyId());
        signature.setPayload(payload.toJson());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
