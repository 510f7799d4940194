package org.affinity.local.cli;

import java.net.URI;
import org.affinity.local.demo.ServiceAddresses;

/** Where the services of the running stack are. */
final class Addresses {

    private Addresses() {}

    static ServiceAddresses of(RunState state) {
        return new ServiceAddresses(
                api(state, Service.PROFILE),
                api(state, Service.CAMPAIGN),
                api(state, Service.MATCHING),
                api(state, Service.REPORTING));
    }

    private static URI api(RunState state, Service service) {
        return state.part(service.label())
                .map(part -> URI.create(part.address()))
                .orElseThrow(() -> new UserError(service.label() + " is not running; './affinity up' starts it."));
    }

    /** The state of the running stack. */
    static RunState running(Layout layout) {
        return RunState.read(layout)
                .filter(state -> !state.alive().isEmpty())
                .orElseThrow(() -> new UserError("Nothing is running; './affinity up' starts everything."));
    }
}
