package org.affinity.kit.json;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much JSON a request may bring; apart from the other settings because the reader is made before they are read. */
@StaticInitSafe
@ConfigMapping(prefix = "affinity.json")
public interface JsonLimits {

    /** Largest JSON body in bytes. */
    @WithDefault("1048576")
    long maxBytes();
}
