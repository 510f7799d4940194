package org.affinity.reporting.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.reporting.Receiver;
import org.awaitility.Awaitility;

import static org.affinity.reporting.Line.as;

/** An endpoint of an organisation and what a test does with it. */
public final class Hooks {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final UUID organisation;
    final String token;
    final String endpoint;
    final String secret;

    private Hooks(UUID organisation, Response registered) {
        this.organisation = organisation;
        this.token = Tokens.brand(organisation);
        this.endpoint = registered.path("endpointId");
        this.secret = registered.path("secret");
    }

    static Hooks to(Receiver receiver, String... eventTypes) {
        return to(UUID.randomUUID(), receiver, eventTypes);
    }

    static Hooks to(UUID organisation, Receiver receiver, String... eventTypes) {
        var types = eventTypes.length == 0 ? List.of("reporting.report.completed.v1") : List.of(eventTypes);
        var registered = as(Tokens.brand(organisation))
                .body(Map.of("url", receiver.url(), "eventTypes", types))
                .post("/v1/webhook-endpoints");
        return new Hooks(organisation, registered);
    }

    /** Fires a test; the id of its delivery. */
    String fire() {
        return as(token)
                .post("/v1/webhook-endpoints/" + endpoint + "/test-deliveries")
                .then()
                .statusCode(201)
                .extract()
                .path("deliveryId");
    }

    /** Has something happened that the endpoint asked for; the id of its delivery. */
    String happen() {
        String type = "reporting.report.completed.v1";
        var event = ((ObjectNode) EventContracts.example(type)).put("organisationId", organisation.toString());
        String id = Events.publish(type, UUID.randomUUID(), 1, event);
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as(token)
                                .get("/v1/webhook-deliveries?endpointId=" + endpoint)
                                .path("items.find { it.eventId == '" + id + "' }.deliveryId"),
                        Objects::nonNull);
    }

    Response delivery(String delivery) {
        return as(token).get("/v1/webhook-deliveries/" + delivery);
    }

    Response awaitState(String delivery, String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> delivery(delivery), reply -> reply.path("state").equals(state));
    }

    Response awaitAttempts(String delivery, int finished) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> delivery(delivery),
                        reply -> reply.<List<String>>path("attempts.findAll { it.finishedAt != null }.number")
                                        .size()
                                >= finished);
    }

    Response shown() {
        return as(token).get("/v1/webhook-endpoints/" + endpoint);
    }

    /** Changes rows as time or a crash would. */
    public static void sql(String statement, Object... parameters) throws Exception {
        Tenancy.callAsSystem(() -> {
            try (Connection connection = Arc.container()
                            .instance(AgroalDataSource.class)
                            .get()
                            .getConnection();
                    PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (int i = 0; i < parameters.length; i++) {
                    prepared.setObject(i + 1, parameters[i]);
                }
                return prepared.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
