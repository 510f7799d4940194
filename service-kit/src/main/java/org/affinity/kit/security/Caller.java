package org.affinity.kit.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who makes a request, as the verified token says.
 *
 * @param subject the token's {@code sub}; {@code system} for the service itself, empty for nobody
 * @param roles see {@link Roles}
 * @param organisationId the token's own organisation, or null
 * @param organisations every organisation the caller works for: its own and, for an agency, its clients
 * @param creatorId the creator the token speaks for, or null when it has not the role {@code creator}
 */
public record Caller(String subject, Set<String> roles, UUID organisationId, Set<UUID> organisations, UUID creatorId) {

    /** Nobody: sees no row of any tenant. */
    public static final Caller NOBODY = new Caller("", Set.of(), null, Set.of(), null);

    /** The service itself, in consumers and jobs: sees every row. */
    public static final Caller SYSTEM = new Caller("system", Set.of(), null, Set.of(), null);

    public Caller {
        roles = Set.copyOf(roles);
        organisations = Set.copyOf(organisations);
    }

    /** Whether the caller has a role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** What the database lets the caller see; see the functions of the kit's first migration. */
    String scope() {
        if (this.equals(SYSTEM)) {
            return "system";
        }
        if (is(Roles.OPERATOR)) {
            return "operator";
        }
        if (!organisations.isEmpty()) {
            return "organisation";
        }
        return creatorId == null ? "none" : "creator";
    }
}
