package org.affinity.reporting.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.affinity.reporting.webhook.domain.AddressResolver;
import org.affinity.reporting.webhook.domain.RefusedTarget;

/**
 * Looks names up with a limit of time. The platform's look-up cannot be interrupted: it goes on in one of a few threads
 * while its caller does not wait any longer.
 */
final class TimedResolver implements AddressResolver {

    private static final int THREADS = 64;
    private static final int WAITING = 1_000;
    private static final int IDLE_SECONDS = 30;

    private final AddressResolver resolver;
    private final Duration timeout;
    private final ThreadPoolExecutor threads;

    TimedResolver(AddressResolver resolver, Duration timeout) {
        this.resolver = resolver;
        this.timeout = timeout;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("webhook-look-up-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> resolve(String host) {
        Future<List<InetAddress>> lookUp = begin(host);
        try {
            return lookUp.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RefusedTarget("its host could not be looked up within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new RefusedTarget("its host could not be looked up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedTarget("its host could not be looked up, the service is stopping");
        } finally {
            lookUp.cancel(true);
        }
    }

    private Future<List<InetAddress>> begin(String host) {
        try {
            return threads.submit(() -> resolver.resolve(host));
        } catch (RejectedExecutionException e) {
            throw new RefusedTarget("its host could not be looked up, too many look-ups are waiting");
        }
    }
}
