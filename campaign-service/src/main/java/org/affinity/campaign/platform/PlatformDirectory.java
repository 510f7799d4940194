package org.affinity.campaign.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.affinity.campaign.platform.store.PlatformEntity;
import org.affinity.campaign.platform.store.PlatformRepository;

/** This service's copy of which platforms there are, fed by events. */
@ApplicationScoped
@Transactional
public class PlatformDirectory {

    private final PlatformRepository platforms;

    PlatformDirectory(PlatformRepository platforms) {
        this.platforms = platforms;
    }

    /** Names of all platforms that were heard of, in alphabetical order; empty before the first event. */
    public List<String> known() {
        return platforms.names();
    }

    /** Takes a platform over, unless the copy is as new already. */
    public void store(String name, long version) {
        PlatformEntity entity = platforms.findById(name);
        if (entity == null) {
            entity = new PlatformEntity();
            entity.name = name;
            entity.version = version;
            platforms.persist(entity);
        } else if (version > entity.version) {
            entity.version = version;
        }
    }

    /** Forgets a platform that is gone. */
    public void forget(String name) {
        platforms.deleteById(name);
    }

    /** Forgets every platform, before they are all read again. */
    public void clear() {
        platforms.deleteAll();
    }
}
