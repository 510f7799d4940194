package org.affinity.profile.privacy;

import io.agroal.api.AgroalDataSource;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.privacy.Erasures.Receipt;
import org.affinity.kit.privacy.ReceiptSigner;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;

import static org.affinity.profile.ProfileApi.as;

/** What the tests of this feature do alike. */
final class PrivacyApi {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private PrivacyApi() {}

    /** Asks for erasure as the creator; the id. */
    static UUID requestErasure(UUID creatorId) {
        return UUID.fromString(as(Tokens.creator(creatorId))
                .body("{}")
                .post("/v1/erasure-requests")
                .then()
                .statusCode(202)
                .extract()
                .path("erasureId"));
    }

    /** Asks for erasure and waits until this service has erased. */
    static UUID erase(UUID creatorId) {
        UUID erasureId = requestErasure(creatorId);
        Events.await("profile.erasure-receipt.recorded.v1", erasureId);
        return erasureId;
    }

    /** What another service would say, signed with the key of this one. */
    static void publishReceipt(ReceiptSigner signer, String service, UUID erasureId, UUID creatorId) {
        Receipt unsigned =
                new Receipt(erasureId, 1, creatorId, service, Instant.now(), List.of(), List.of(), "unsigned");
        String signature = signer.sign(unsigned);
        Events.publish(
                service.replace("-service", "") + ".erasure-receipt.recorded.v1",
                erasureId,
                1,
                new Receipt(erasureId, 1, creatorId, service, unsigned.recordedAt(), List.of(), List.of(), signature));
    }

    static JsonPath awaitState(UUID creatorId, String path, String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as(Tokens.creator(creatorId)).get(path).jsonPath(),
                        reply -> state.equals(reply.getString("state")));
    }

    /** How many rows of a table have an id. */
    static long count(AgroalDataSource dataSource, String table, String column, String id) throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    ResultSet result = connection
                            .createStatement()
                            .executeQuery("select count(*) from " + table + " where " + column + " = '" + id + "'")) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** The tables in which a text stands, in any column. */
    static List<String> tablesWith(AgroalDataSource dataSource, String text) throws Exception {
        return Tenancy.callAsSystem(() -> {
            List<String> found = new ArrayList<>();
            try (Connection connection = dataSource.getConnection();
                    ResultSet tables = connection
                            .createStatement()
                            .executeQuery("select table_name from information_schema.tables"
                                    + " where table_schema = current_schema() and table_type = 'BASE TABLE'")) {
                while (tables.next()) {
                    if (stands(connection, tables.getString(1), text)) {
                        found.add(tables.getString(1));
                    }
                }
            }
            return found;
        });
    }

    private static boolean stands(Connection connection, String table, String text) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select count(*) from \"" + table + "\" t where position(lower(?) in lower(t::text)) > 0")) {
            select.setString(1, text);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1) > 0;
            }
        }
    }
}
