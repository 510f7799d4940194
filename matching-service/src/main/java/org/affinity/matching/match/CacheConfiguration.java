package org.affinity.matching.match;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of what is kept in memory of single creators. */
@ConfigMapping(prefix = "matching.cache")
interface CacheConfiguration {

    /** Of how many creators all is kept; some 6 KB each. Those of others are read when a match names them. */
    @WithDefault("20000")
    int creators();
}
