package org.affinity.reporting.report.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** The secret part of a share link: 256 random bits, of which only the hash is stored. */
public record ShareToken(String value) {

    private static final int BYTES = 32;

    /** A new token; the generator must be cryptographically secure. */
    public static ShareToken create(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored: a plain hash is enough, for a random value of this size cannot be searched for. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return "ShareToken[hidden]";
    }
}
