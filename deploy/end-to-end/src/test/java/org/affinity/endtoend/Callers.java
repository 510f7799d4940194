package org.affinity.endtoend;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affinity.local.TokenSigner;

/** Tokens of everybody who takes part. */
final class Callers {

    private final TokenSigner signer;
    private final Clock clock;

    Callers(TokenSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    String operator() {
        return token("operator", Map.of(), "operator");
    }

    String brand(String organisationId) {
        return token("brand", Map.of("org_id", organisationId), organisationId);
    }

    String partner(String organisationId) {
        return token("partner", Map.of("org_id", organisationId), organisationId);
    }

    String creator(String creatorId) {
        return token("creator", Map.of("creator_id", creatorId), creatorId);
    }

    private String token(String role, Map<String, Object> claims, String person) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put("sub", role + ":" + person);
        all.put("groups", List.of(role));
        return signer.sign(all, clock.instant(), Duration.ofHours(1));
    }
}
