package org.affinity.campaign.platform;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import org.affinity.kit.inbox.NameCopy;

/** This service's copy of which platforms there are, fed by events. */
@Singleton
public class PlatformDirectory extends NameCopy {

    PlatformDirectory(AgroalDataSource dataSource) {
        super(dataSource, "platform", "platform");
    }
}
