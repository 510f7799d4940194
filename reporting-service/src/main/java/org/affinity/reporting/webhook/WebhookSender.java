package org.affinity.reporting.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.affinity.kit.security.Tenancy;
import org.affinity.reporting.webhook.WebhookLedger.Dispatch;
import org.affinity.reporting.webhook.domain.RefusedTarget;
import org.affinity.reporting.webhook.domain.Reply;
import org.affinity.reporting.webhook.domain.TargetGuard;
import org.jboss.logging.Logger;

/**
 * Sends what is due, each delivery on a thread of its own: a receiver that hangs keeps its own few deliveries waiting
 * and nobody else's.
 */
@ApplicationScoped
public class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);

    /** Few write in the ledger at a time, so that senders never empty the pool of connections. */
    private static final int WRITERS = 4;

    private final WebhookLedger ledger;
    private final WebhookClient client;
    private final TargetGuard guard;
    private final ExecutorService threads;
    private final Semaphore free;
    private final Semaphore writers = new Semaphore(WRITERS);

    WebhookSender(
            WebhookLedger ledger,
            WebhookClient client,
            TargetGuard guard,
            WebhookConfiguration configuration,
            @VirtualThreads ExecutorService threads) {
        this.ledger = ledger;
        this.client = client;
        this.guard = guard;
        this.threads = threads;
        this.free = new Semaphore(configuration.inFlight());
    }

    @Scheduled(
            every = "${reporting.webhooks.poll-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDue() throws Exception {
        int most = free.drainPermits();
        List<Dispatch> due = List.of();
        try {
            int limit = most;
            due = most == 0 ? due : Tenancy.callAsSystem(() -> ledger.begin(limit));
        } finally {
            free.release(most - due.size());
        }
        due.forEach(dispatch -> threads.execute(() -> send(dispatch)));
    }

    /** Sends one after the other as long as something is due, without waiting for the next look. */
    private void send(Dispatch first) {
        try {
            for (List<Dispatch> due = List.of(first); !due.isEmpty(); due = next()) {
                Dispatch dispatch = due.getFirst();
                finish(dispatch, attempt(dispatch));
            }
        } catch (Exception e) {
            LOG.warnf(e, "A webhook attempt was not recorded: its lease will expire and it will be sent again");
        } finally {
            free.release();
        }
    }

    private List<Dispatch> next() throws Exception {
        return write(() -> ledger.begin(1));
    }

    private void finish(Dispatch dispatch, Reply reply) throws Exception {
        write(() -> {
            ledger.finish(dispatch, reply);
            return null;
        });
    }

    private <T> T write(Callable<T> work) throws Exception {
        writers.acquire();
        try {
            return Tenancy.callAsSystem(work::call);
        } finally {
            writers.release();
        }
    }

    private Reply attempt(Dispatch dispatch) {
        Optional<WebhookSecret> secret = dispatch.secret().open();
        if (secret.isEmpty()) {
            return Reply.failed("The secret of the endpoint cannot be read: register the endpoint anew.");
        }
        try {
            return client.post(guard.check(dispatch.url()), dispatch.eventId(), secret.get(), dispatch.body());
        } catch (RefusedTarget e) {
            return Reply.failed("The URL is refused: " + e.getMessage() + ".");
        }
    }
}
