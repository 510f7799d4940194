package org.affinity.profile.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.kit.security.Tenancy;

/**
 * Writes what partners tell of accounts. Row-level security gives organisations no right to change creators, so the
 * service writes in a transaction of its own; only for callers with the role, and only what may be repeated without
 * harm.
 */
@ApplicationScoped
public class PartnerWrites {

    private final CurrentCaller currentCaller;

    PartnerWrites(CurrentCaller currentCaller) {
        this.currentCaller = currentCaller;
    }

    /** Runs a change as the caller, or for a partner as the service. */
    public <T> T run(Callable<T> change) {
        Caller caller = currentCaller.caller();
        boolean isPartner = caller.is(Roles.PARTNER) && !caller.is(Roles.OPERATOR);
        try {
            return isPartner
                    ? Tenancy.callAsSystem(
                            () -> QuarkusTransaction.requiringNew().call(change))
                    : change.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("A change failed", failure);
        }
    }
}
