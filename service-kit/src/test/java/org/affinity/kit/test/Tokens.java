package org.affinity.kit.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.local.TokenSigner;

/** Bearer tokens of the test stack's issuer. */
public final class Tokens {

    private Tokens() {}

    /** A person who works for a brand. */
    public static String brand(UUID organisationId) {
        return of("brand", Map.of("org_id", organisationId.toString()));
    }

    /** A person of an agency that acts for client organisations. */
    public static String agency(UUID organisationId, UUID... clients) {
        return of(
                "agency",
                Map.of(
                        "org_id",
                        organisationId.toString(),
                        "acts_for",
                        Arrays.stream(clients).map(UUID::toString).toList()));
    }

    /** A creator. */
    public static String creator(UUID creatorId) {
        return of("creator", Map.of("creator_id", creatorId.toString()));
    }

    /** A partner's machine that works for an organisation. */
    public static String partner(UUID organisationId) {
        return of("partner", Map.of("org_id", organisationId.toString()));
    }

    /** An operator of the platform. */
    public static String operator() {
        return of("operator", Map.of());
    }

    /** A token with claims of the test's choice; the subject follows from the claims. */
    public static String of(String role, Map<String, Object> claims) {
        return sign(role, claims, Instant.now(), Duration.ofHours(1));
    }

    /** A token that expired an hour ago. */
    public static String expired(String role) {
        return sign(role, Map.of(), Instant.now().minus(Duration.ofHours(2)), Duration.ofHours(1));
    }

    private static String sign(String role, Map<String, Object> claims, Instant now, Duration ttl) {
        TokenSigner signer = AffinityTestStack.stack().tokenSigner();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "sub",
                role + "-"
                        + UUID.nameUUIDFromBytes(claims.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        all.put("groups", List.of(role));
        all.putAll(claims);
        return signer.sign(all, now, ttl);
    }
}
