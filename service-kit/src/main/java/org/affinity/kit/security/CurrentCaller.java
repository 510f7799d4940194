package org.affinity.kit.security;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.quarkus.arc.Arc;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller of the request being served.
 *
 * <p>A creator's token names its creator in {@code creator_id}. Where the identity provider does not know that id yet,
 * as at sign-up, it is the name-based UUID (RFC 9562, version 5) of issuer and subject: the same in every service, with
 * no look-up.
 */
@ApplicationScoped
public class CurrentCaller {

    private static final NameBasedGenerator CREATOR_IDS =
            Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL);

    private final SecurityIdentity identity;
    private final Remembered remembered;

    CurrentCaller(SecurityIdentity identity, Remembered remembered) {
        this.identity = identity;
        this.remembered = remembered;
    }

    /** Who the token of a request names; asked for several times in each, and dear to read. */
    @RequestScoped
    static class Remembered {

        private Caller caller;

        Caller get(Supplier<Caller> read) {
            if (caller == null) {
                caller = read.get();
            }
            return caller;
        }
    }

    /** The caller; {@link Caller#NOBODY} outside a request and for a request without a token. */
    public Caller caller() {
        Caller assumed = Tenancy.assumed();
        if (assumed != null) {
            return assumed;
        }
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return Caller.NOBODY;
        }
        return remembered.get(() -> verified((JsonWebToken) identity.getPrincipal()));
    }

    /** A token of the issuer that does not say who it is for is none: nobody is taken for somebody else. */
    private Caller verified(JsonWebToken token) {
        try {
            Objects.requireNonNull(token.getSubject(), "sub");
            return fromToken(token);
        } catch (NullPointerException | IllegalArgumentException | ClassCastException e) {
            throw new UnauthorizedException("A claim of the token cannot be read", e);
        }
    }

    private Caller fromToken(JsonWebToken token) {
        Set<String> roles = identity.getRoles();
        Set<UUID> organisations = new LinkedHashSet<>();
        UUID own = uuid(token.getClaim("org_id"));
        if (own != null) {
            organisations.add(own);
        }
        if (roles.contains(Roles.AGENCY) && token.getClaim("acts_for") instanceof JsonArray clients) {
            clients.getValuesAs(JsonString::getString).forEach(client -> organisations.add(UUID.fromString(client)));
        }
        boolean worksForOrganisation =
                roles.contains(Roles.BRAND) || roles.contains(Roles.AGENCY) || roles.contains(Roles.PARTNER);
        return new Caller(
                token.getSubject(),
                roles,
                own,
                worksForOrganisation ? organisations : Set.of(),
                roles.contains(Roles.CREATOR) ? creatorId(token) : null);
    }

    private static UUID creatorId(JsonWebToken token) {
        UUID claimed = uuid(token.getClaim("creator_id"));
        return claimed != null ? claimed : CREATOR_IDS.generate(token.getIssuer() + "#" + token.getSubject());
    }

    private static UUID uuid(Object claim) {
        return claim == null ? null : UUID.fromString(claim.toString());
    }
}
