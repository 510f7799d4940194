package org.affinity.reporting.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.affinity.reporting.webhook.domain.Reply;
import org.affinity.reporting.webhook.domain.RetryAfter;
import org.affinity.reporting.webhook.domain.Target;

/**
 * Posts signed bytes to a checked address: TLS in the name of the URL's host, connected to exactly that address, no
 * redirection followed, no more of the answer read than is shown.
 */
@ApplicationScoped
public class WebhookClient {

    private static final int EXCERPT_BYTES = 1_000;
    private static final int CONNECTIONS_PER_ADDRESS = 256;

    private final HttpClient client;
    private final WebhookConfiguration configuration;
    private final Clock clock;

    WebhookClient(Vertx vertx, WebhookConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
        this.client = vertx.createHttpClient(options(configuration));
    }

    private static HttpClientOptions options(WebhookConfiguration configuration) {
        var options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setForceSni(true)
                .setKeepAlive(false)
                .setMaxRedirects(0)
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setConnectTimeout((int) configuration.timeout().toMillis());
        configuration
                .trustedCertificates()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Posts a body; waits for the answer or for the timeout. */
    Reply post(Target target, UUID eventId, WebhookSecret secret, String body) {
        var exchange = new Exchange();
        try {
            client.request(request(target, eventId, secret, body))
                    .onFailure(exchange.reply::completeExceptionally)
                    .onSuccess(request -> exchange.send(request, body));
            return exchange.reply.get(configuration.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Reply.failed(
                    "No complete answer within " + configuration.timeout().toMillis() + " ms.");
        } catch (ExecutionException e) {
            return Reply.failed(reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.failed("The sender was stopped.");
        } finally {
            exchange.abandon();
        }
    }

    private RequestOptions request(Target target, UUID eventId, WebhookSecret secret, String body) {
        long timestamp = clock.instant().getEpochSecond();
        String id = eventId.toString();
        var url = target.url();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), url.port())))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(true)
                .setURI(url.pathAndQuery())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Affinity-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", secret.sign(id, timestamp, body));
    }

    private static String reason(Throwable cause) {
        return cause instanceof SSLException
                ? "The TLS connection failed; is the certificate valid for the host?"
                : "The connection failed.";
    }

    /** One request and its answer, on the client's event loop. */
    private final class Exchange {

        private final CompletableFuture<Reply> reply = new CompletableFuture<>();
        private final Buffer excerpt = Buffer.buffer();
        private volatile HttpClientRequest sent;

        void send(HttpClientRequest request, String body) {
            sent = request;
            if (reply.isDone()) {
                request.reset();
                return;
            }
            request.send(Buffer.buffer(body))
                    .onFailure(reply::completeExceptionally)
                    .onSuccess(this::read);
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(reply::completeExceptionally);
            response.handler(chunk -> {
                int room = Math.min(chunk.length(), EXCERPT_BYTES - excerpt.length());
                excerpt.appendBuffer(chunk, 0, room);
                if (excerpt.length() >= EXCERPT_BYTES) {
                    complete(response);
                }
            });
            response.endHandler(_ -> complete(response));
        }

        private void complete(HttpClientResponse response) {
            Instant now = clock.instant();
            reply.complete(Reply.answered(
                    response.statusCode(), RetryAfter.parse(response.getHeader("retry-after"), now), excerpt()));
        }

        private String excerpt() {
            String text = new String(excerpt.getBytes(), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
            return text.isBlank() ? null : text;
        }

        /** Ends the connection if it is still busy; harmless when all is done. */
        void abandon() {
            reply.cancel(false);
            HttpClientRequest request = sent;
            if (request != null) {
                request.reset();
            }
        }
    }
}
