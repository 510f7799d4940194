package org.affinity.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.local.TokenSigner;

/** Makes the tokens of the people and machines that the demo plays. */
public final class TokenFactory {

    /** The organisation that tokens are for when none is named; always the same, so that its data are found again. */
    public static final UUID DEMO_ORGANISATION =
            UUID.nameUUIDFromBytes("affinity:demo:organisation".getBytes(StandardCharsets.UTF_8));

    private static final Duration DEMO_TTL = Duration.ofHours(1);

    private final TokenSigner signer;
    private final Clock clock;

    public TokenFactory(TokenSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * A token with the claims that the role has; null stands for a default.
     *
     * @param organisation for brand, agency and partner
     * @param creator for a creator
     * @param actsFor the clients of an agency
     */
    public String token(Role role, UUID organisation, UUID creator, List<UUID> actsFor, String subject, Duration ttl) {
        Map<String, Object> claims = new LinkedHashMap<>();
        String holder = role.group();
        if (role.belongsToOrganisation()) {
            UUID tenant = organisation == null ? DEMO_ORGANISATION : organisation;
            claims.put("org_id", tenant.toString());
            holder += "-" + tenant;
        }
        if (role == Role.CREATOR && creator != null) {
            claims.put("creator_id", creator.toString());
            holder += "-" + creator;
        }
        if (role == Role.AGENCY) {
            claims.put("acts_for", actsFor.stream().map(UUID::toString).toList());
        }
        claims.put("sub", subject == null ? holder : subject);
        claims.put("groups", List.of(role.group()));
        return signer.sign(claims, clock.instant(), ttl);
    }

    String operator() {
        return token(Role.OPERATOR, null, null, List.of(), null, DEMO_TTL);
    }

    String brand() {
        return token(Role.BRAND, null, null, List.of(), null, DEMO_TTL);
    }

    String partner() {
        return token(Role.PARTNER, null, null, List.of(), null, DEMO_TTL);
    }

    String creator(String creatorId) {
        return token(Role.CREATOR, null, UUID.fromString(creatorId), List.of(), null, DEMO_TTL);
    }
}
