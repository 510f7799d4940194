package org.affinity.matching.platform;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.SequencedMap;
import org.affinity.kit.inbox.NameCopy;

/** This service's copy of which platforms there are, fed by events; requests for others are refused. */
@Singleton
@Transactional
public class PlatformDirectory extends NameCopy {

    PlatformDirectory(AgroalDataSource dataSource) {
        super(dataSource, "platform");
    }

    /** Refuses a request that names a platform that does not exist: it would find nobody. */
    public void requireKnown(SequencedMap<String, String> namesByPointer) {
        requireKnown(namesByPointer, "platform");
    }
}
