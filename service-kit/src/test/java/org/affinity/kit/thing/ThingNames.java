package org.affinity.kit.thing;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import org.affinity.kit.inbox.NameCopy;

/** A copy of which things there are. */
@Singleton
class ThingNames extends NameCopy {

    ThingNames(AgroalDataSource dataSource) {
        super(dataSource, "thing_name", "thing");
    }
}
