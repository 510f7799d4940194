package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Talks to the cluster. What it cannot do just now is a problem of the service, not of the caller. */
final class Cluster implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Cluster.class);
    private static final int MOST_CONNECTIONS = 64;
    private static final byte[] NOTHING = new byte[0];

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    private final ObjectMapper json;

    Cluster(ClusterSettings settings, ObjectMapper json) {
        this.json = json;
        HttpHost[] hosts = settings.urls().stream().map(HttpHost::create).toArray(HttpHost[]::new);
        Header[] headers = settings.user()
                .map(user -> new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, basic(user))})
                .orElseGet(() -> new Header[0]);
        Timeout connect = Timeout.of(settings.connectTimeout());
        Timeout answer = Timeout.of(settings.requestTimeout());
        var tls = ClientTlsStrategyBuilder.create()
                // Without a verifier of its own the client leaves names to the JDK, which it forgets to tell (5.6.1).
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier());
        settings.certificates().ifPresent(file -> tls.setSslContext(trusting(file)));
        var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tls.buildAsync())
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .build());
        this.transport = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new JacksonJsonpMapper(json))
                .setDefaultHeaders(headers)
                .setRequestConfigCallback(
                        config -> config.setResponseTimeout(answer).setConnectionRequestTimeout(connect))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections.build()))
                .build();
        this.client = new OpenSearchGenericClient(transport);
    }

    private static String basic(ClusterSettings.User user) {
        byte[] both = (user.name() + ':' + user.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static SSLContext trusting(Path file) {
        try (InputStream pem = new ByteArrayInputStream(Files.readAllBytes(file))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificates of the search cluster cannot be read: " + file, e);
        }
    }

    /** Sends a request and reads the answer; what is missing or there already is told by {@link Reply#status()}. */
    Reply send(String method, String path, Map<String, String> parameters, byte[] body) {
        var request = Requests.builder().method(method).endpoint(path).query(parameters);
        if (body.length > 0) {
            request.body(Body.from(body, "application/json"));
        }
        try (Response response = client.execute(request.build())) {
            return checked(method, path, reply(response));
        } catch (IOException e) {
            LOG.warnf("The search cluster cannot be reached: %s", e.toString());
            throw unavailable();
        }
    }

    Reply send(String method, String path) {
        return send(method, path, Map.of(), NOTHING);
    }

    private Reply reply(Response response) throws IOException {
        Optional<Body> body = response.getBody();
        if (body.isEmpty()) {
            return new Reply(response.getStatus(), MissingNode.getInstance());
        }
        try (InputStream content = body.get().body()) {
            return new Reply(response.getStatus(), json.readTree(content));
        }
    }

    private static Reply checked(String method, String path, Reply reply) {
        return switch (reply.status()) {
            case 200, 201, 404, 409 -> reply;
            case 400 -> {
                if (!reply.isOf("resource_already_exists_exception")) {
                    throw new IllegalStateException("The search cluster does not understand " + method + " " + path
                            + ": " + reply.body().path("error"));
                }
                yield reply;
            }
            default -> {
                LOG.warnf("The search cluster answers %d: %s", reply.status(), reply.errorType());
                throw unavailable();
            }
        };
    }

    /** The cluster does not serve just now. */
    static DomainException unavailable() {
        return new DomainException(MatchingProblem.ENGINE_UNAVAILABLE, "Send the request again in some seconds.");
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            LOG.debug("The connections to the search cluster could not be closed", e);
        }
    }

    /** An answer of the cluster. */
    record Reply(int status, JsonNode body) {

        String errorType() {
            return body.at("/error/type").asText();
        }

        boolean isOf(String errorType) {
            return errorType().equals(errorType);
        }
    }
}
