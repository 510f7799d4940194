package org.affinity.profile.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.affinity.kit.security.Tenancy;

/** Tells of the platforms that nobody added by a request: those that ship with the service. */
@ApplicationScoped
class PlatformAnnouncement {

    private final PlatformService platforms;
    private final PlatformNews news;

    PlatformAnnouncement(PlatformService platforms, PlatformNews news) {
        this.platforms = platforms;
        this.news = news;
    }

    void start(@Observes StartupEvent event) {
        Tenancy.asSystem(() ->
                QuarkusTransaction.requiringNew().run(() -> platforms.all().forEach(news::tell)));
    }
}
