package org.affinity.local.cli;

import java.nio.file.Files;
import java.time.Clock;
import org.affinity.local.TokenSigner;
import org.affinity.local.demo.TokenFactory;

/** Signs tokens in the name of this working copy's issuer. */
final class Tokens {

    private Tokens() {}

    static TokenFactory of(Layout layout, RunState state) {
        String issuer = state.part("issuer")
                .map(RunState.Part::address)
                .orElseThrow(() -> new UserError("The token issuer is not running; './affinity up' starts it."));
        if (!Files.isReadable(layout.issuerKey())) {
            throw new UserError(layout.issuerKey() + " cannot be read; be the user who ran './affinity up'.");
        }
        return new TokenFactory(TokenSigner.read(layout.issuerKey(), issuer), Clock.systemUTC());
    }
}
