package org.affinity.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.affinity.local.Secrets;
import org.affinity.local.TokenSigner;

/**
 * The local OpenID Connect issuer: discovery document and public key over HTTP.
 *
 * <p>It hands out no tokens; who can read the private key file signs them ({@link TokenSigner}). The key pair is made
 * at the first start and stays in the data directory, mode 0600.
 */
public final class Issuer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String KEY_FILE = "issuer-key.json";

    private final HttpServer server;
    private final ExecutorService executor;
    private final Path keyFile;

    private Issuer(HttpServer server, ExecutorService executor, Path keyFile) {
        this.server = server;
        this.executor = executor;
        this.keyFile = keyFile;
    }

    /** Starts the issuer; port 0 takes a free one. */
    public static Issuer start(Path dataDirectory, int port) throws IOException {
        Secrets.directory(dataDirectory);
        Path keyFile = dataDirectory.resolve(KEY_FILE);
        if (!Files.exists(keyFile)) {
            Secrets.write(keyFile, TokenSigner.generateKey());
        }
        HttpServer server = HttpServer.create(Ports.loopback(port), 0);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        Issuer issuer = new Issuer(server, executor, keyFile);
        issuer.publish();
        server.start();
        return issuer;
    }

    private void publish() throws IOException {
        var mapper = new ObjectMapper();
        String jwks = mapper.writeValueAsString(Map.of("keys", List.of(signer().publicJwk())));
        String discovery = mapper.writeValueAsString(Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/jwks.json",
                "authorization_endpoint", url() + "/authorize",
                "response_types_supported", List.of("id_token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        server.createContext("/jwks.json", exchange -> answer(exchange, "/jwks.json", jwks));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, "/.well-known/openid-configuration", discovery));
    }

    private static void answer(HttpExchange exchange, String path, String json) throws IOException {
        try (exchange) {
            boolean found = exchange.getRequestURI().getPath().equals(path);
            boolean allowed = exchange.getRequestMethod().equals("GET");
            byte[] body = (found && allowed ? json : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(found ? (allowed ? 200 : 405) : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The issuer's identifier, and the address under which discovery works. */
    public String url() {
        return "http://" + HOST + ":" + server.getAddress().getPort();
    }

    public Path keyFile() {
        return keyFile;
    }

    /** Signs tokens in the name of this issuer. */
    public TokenSigner signer() {
        return TokenSigner.read(keyFile, url());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
