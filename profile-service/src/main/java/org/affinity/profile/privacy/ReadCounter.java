package org.affinity.profile.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Tenancy;
import org.affinity.profile.creator.CreatorRead;
import org.affinity.profile.privacy.Disclosures.Disclosure;
import org.affinity.profile.privacy.Disclosures.Kind;

/**
 * Counts in memory which organisation reads whom, and writes the counts down every so often: a list of 200 creators
 * costs its reader nothing. An instance that is killed loses the counts since the last time.
 */
@ApplicationScoped
class ReadCounter {

    private final Disclosures disclosures;
    private final CurrentCaller currentCaller;
    private final Map<Key, Long> counts = new ConcurrentHashMap<>();

    ReadCounter(Disclosures disclosures, CurrentCaller currentCaller) {
        this.disclosures = disclosures;
        this.currentCaller = currentCaller;
    }

    private record Key(UUID creatorId, UUID organisationId, LocalDate day) {}

    void read(@Observes CreatorRead read) {
        Caller caller = currentCaller.caller();
        if (caller.organisationId() != null && !caller.organisations().isEmpty()) {
            counts.merge(new Key(read.creatorId(), caller.organisationId(), disclosures.today()), 1L, Long::sum);
        }
    }

    @Scheduled(
            every = "${profile.privacy.disclosure-interval:2S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        List<Disclosure> taken = new ArrayList<>();
        for (Key key : List.copyOf(counts.keySet())) {
            Long times = counts.remove(key);
            if (times != null) {
                taken.add(new Disclosure(key.creatorId, key.organisationId, key.day, Kind.API_READ, times));
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            Tenancy.asSystem(() -> disclosures.count(taken));
        } catch (RuntimeException e) {
            // Counted again with the next ones.
            taken.forEach(one ->
                    counts.merge(new Key(one.creatorId(), one.organisationId(), one.day()), one.times(), Long::sum));
            throw e;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }
}
