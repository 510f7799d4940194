package org.affinity.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.config.KitConfiguration;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Makes a POST with an {@code Idempotency-Key} take effect once: the reply is saved in the transaction of its effect,
 * so that both exist or neither does, and is given again to whoever repeats the request.
 *
 * <p>The key is bound to caller and path. While a request runs it holds a transaction-scoped advisory lock of the
 * database, which a crash frees. Failed requests are not saved: they had no effect and may be mended and sent again.
 */
@ApplicationScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final CurrentCaller currentCaller;
    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final Encryption encryption;
    private final Clock clock;
    private final KitConfiguration configuration;

    Idempotency(
            HttpHeaders headers,
            UriInfo uri,
            CurrentCaller currentCaller,
            AgroalDataSource dataSource,
            ObjectMapper json,
            Encryption encryption,
            Clock clock,
            KitConfiguration configuration) {
        this.headers = headers;
        this.uri = uri;
        this.currentCaller = currentCaller;
        this.dataSource = dataSource;
        this.json = json;
        this.encryption = encryption;
        this.clock = clock;
        this.configuration = configuration;
    }

    Object once(InvocationContext invocation) throws Exception {
        List<String> given = headers.getRequestHeader(HEADER);
        if (given == null || given.isEmpty()) {
            return invocation.proceed();
        }
        String key = given.getFirst();
        if (given.size() > 1 || !key.matches("[\\x21-\\x7e]{1,255}")) {
            String fix = "must be one header of 1 to 255 visible ASCII characters, such as a UUID";
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER,
                    HEADER + " " + fix,
                    List.of(FieldError.ofParameter(HEADER, "idempotencyKey", fix)));
        }
        byte[] scope = scope();
        byte[] request = digestOf(invocation.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                lock(connection, scope, key);
                replay(connection, scope, key, request);
                RestResponse<?> reply = (RestResponse<?>) invocation.proceed();
                save(connection, scope, key, request, reply);
                return reply;
            }
        });
    }

    private byte[] scope() {
        Caller caller = currentCaller.caller();
        return sha256().digest((caller.subject() + "\n" + caller.organisationId() + "\n" + uri.getPath())
                .getBytes(StandardCharsets.UTF_8));
    }

    private byte[] digestOf(Object[] parameters) throws IOException {
        MessageDigest digest = sha256();
        for (Object parameter : parameters) {
            if (parameter instanceof FileUpload file) {
                // A stream: an uploaded file may be larger than the memory.
                try (InputStream content = new DigestInputStream(Files.newInputStream(file.uploadedFile()), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            } else {
                digest.update(json.writeValueAsBytes(parameter));
            }
            digest.update((byte) '\n');
        }
        return digest.digest();
    }

    private static void lock(Connection connection, byte[] scope, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_try_advisory_xact_lock(hashtextextended(? || encode(?, 'hex'), 0))")) {
            statement.setString(1, key);
            statement.setBytes(2, scope);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (!result.getBoolean(1)) {
                    throw new DomainException(
                            CommonProblem.REQUEST_IN_PROGRESS,
                            "Send the request again when the first one has answered.");
                }
            }
        }
    }

    private void replay(Connection connection, byte[] scope, String key, byte[] request)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select request, status, headers, body from idempotency where scope = ? and key = ?")) {
            statement.setBytes(1, scope);
            statement.setString(2, key);
            try (ResultSet saved = statement.executeQuery()) {
                if (!saved.next()) {
                    return;
                }
                if (!MessageDigest.isEqual(request, saved.getBytes(1))) {
                    throw new DomainException(
                            CommonProblem.IDEMPOTENCY_KEY_REUSED,
                            "Send a new key with a new request; this key belongs to a request with another body.");
                }
                byte[] body = saved.getBytes(4);
                if (body == null) {
                    throw new DomainException(
                            CommonProblem.CONFLICT,
                            "The request took effect; its reply named a person whose data was erased since."
                                    + " Read the resource instead.");
                }
                Response.ResponseBuilder reply =
                        Response.status(saved.getInt(2)).header("Idempotency-Replayed", "true");
                json.readValue(saved.getString(3), HEADERS).forEach(reply::header);
                reply.type(MediaType.APPLICATION_JSON_TYPE).entity(encryption.open(body));
                throw new ReplayedReply(reply.build());
            }
        }
    }

    private void save(Connection connection, byte[] scope, String key, byte[] request, RestResponse<?> reply)
            throws SQLException, JsonProcessingException {
        Map<String, String> replyHeaders = new LinkedHashMap<>();
        if (reply.getHeaderString(HttpHeaders.LOCATION) != null) {
            replyHeaders.put(HttpHeaders.LOCATION, reply.getHeaderString(HttpHeaders.LOCATION));
        }
        if (reply.getEntity() instanceof Precondition.Versioned versioned) {
            replyHeaders.put(HttpHeaders.ETAG, Precondition.entityTag(versioned.version()));
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into idempotency (scope, key, request, status, headers, body, created_at) values (?, ?, ?, ?, ?::jsonb, ?, ?)")) {
            statement.setBytes(1, scope);
            statement.setString(2, key);
            statement.setBytes(3, request);
            statement.setInt(4, reply.getStatus());
            statement.setString(5, json.writeValueAsString(replyHeaders));
            statement.setBytes(
                    6, reply.getEntity() == null ? null : encryption.seal(json.writeValueAsBytes(reply.getEntity())));
            statement.setObject(7, OffsetDateTime.now(clock));
            statement.executeUpdate();
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOldReplies() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("delete from idempotency where created_at < ?")) {
                statement.setObject(
                        1, OffsetDateTime.now(clock).minus(configuration.http().idempotencyTtl()));
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("Old replies could not be deleted", e);
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Carries the saved reply out of the transaction, which has nothing to commit. */
    static final class ReplayedReply extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Response reply;

        ReplayedReply(Response reply) {
            super("replayed", null, false, false);
            this.reply = reply;
        }

        Response reply() {
            return reply;
        }
    }
}
