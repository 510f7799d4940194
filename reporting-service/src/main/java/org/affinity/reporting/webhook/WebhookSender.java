package org.affinity.reporting.webhook;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /** Results are written by few at a time, so that senders never empty the pool of connections. */
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

    private void send(Dispatch dispatch) {
        try {
            Reply reply = attempt(dispatch);
            writers.acquireUninterruptibly();
            try {
                Tenancy.asSystem(() -> ledger.finish(dispatch, reply));
            } finally {
                writers.release();
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Webhook attempt not recorded, its lease will expire: delivery=%s", dispatch.deliveryId());
        } finally {
            free.release();
        }
    }

    private Reply attempt(Dispatch dispatch) {
        try {
            return client.post(guard.check(dispatch.url()), dispatch.eventId(), dispatch.secret(), dispatch.body());
        } catch (RefusedTarget e) {
            return Reply.failed("The URL is refused: " + e.getMessage() + ".");
        }
    }
}
