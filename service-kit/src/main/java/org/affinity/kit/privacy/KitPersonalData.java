package org.affinity.kit.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.config.KitConfiguration;
import org.affinity.kit.outbox.Outbox;

/**
 * The personal data in the tables that the kit brings along. Events wait in the outbox for moments only and leave
 * before the tombstones behind them, the ids in the inbox lead to nobody; saved replies and dead letters may name a
 * person.
 */
@ApplicationScoped
class KitPersonalData implements PersonalData {

    private static final String LETTERS = """
            delete from dead_letter
             where key = ? or position(? in payload) > 0 or position(? in cause) > 0
            returning consumer, topic, key""";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;
    private final Outbox outbox;
    private final String topicPrefix;

    KitPersonalData(AgroalDataSource dataSource, Encryption encryption, Outbox outbox, KitConfiguration configuration) {
        this.dataSource = dataSource;
        this.encryption = encryption;
        this.outbox = outbox;
        this.topicPrefix = configuration.kafka().topicPrefix().orElse("");
    }

    @Override
    public List<Erased> erase(UUID subjectId) {
        try (Connection connection = dataSource.getConnection()) {
            return List.of(
                    new Erased("dead_letter", Action.DELETED, eraseLetters(connection, subjectId.toString())),
                    new Erased("idempotency", Action.ANONYMISED, emptyReplies(connection, subjectId.toString())));
        } catch (SQLException e) {
            throw new IllegalStateException("Dead letters and replies could not be erased", e);
        }
    }

    private long eraseLetters(Connection connection, String subject) throws SQLException {
        long letters = 0;
        try (PreparedStatement delete = connection.prepareStatement(LETTERS)) {
            delete.setString(1, subject);
            delete.setBytes(2, subject.getBytes(StandardCharsets.US_ASCII));
            delete.setString(3, subject);
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    letters++;
                    // An event that could not be sent is in no topic.
                    if (!row.getString(1).equals(Outbox.NAME)) {
                        retract(row.getString(2), row.getString(3));
                    }
                }
            }
        }
        return letters;
    }

    private void retract(String topic, String key) {
        outbox.retract(topic.substring(topicPrefix.length()) + ".dlq", key == null ? "" : key, 0);
    }

    /** Replies are sealed, so that each has to be opened; there are those of one day. */
    private long emptyReplies(Connection connection, String subject) throws SQLException {
        long replies = 0;
        try (PreparedStatement select = connection.prepareStatement(
                        "select scope, key, body, headers::text from idempotency where body is not null");
                PreparedStatement empty = connection.prepareStatement(
                        "update idempotency set body = null, headers = '{}' where scope = ? and key = ?")) {
            select.setFetchSize(500);
            List<byte[]> scopes = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(4).contains(subject) || mayName(row.getBytes(3), subject)) {
                        scopes.add(row.getBytes(1));
                        keys.add(row.getString(2));
                    }
                }
            }
            for (int i = 0; i < keys.size(); i++) {
                empty.setBytes(1, scopes.get(i));
                empty.setString(2, keys.get(i));
                replies += empty.executeUpdate();
            }
        }
        return replies;
    }

    /** A reply that was sealed under an earlier secret is of no use to anybody and goes too. */
    private boolean mayName(byte[] sealed, String subject) {
        try {
            return new String(encryption.open(sealed), StandardCharsets.UTF_8).contains(subject);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Override
    public Map<String, List<JsonNode>> extract(UUID subjectId) {
        return Map.of();
    }

    @Override
    public List<Kept> kept() {
        return List.of(new Kept(
                "The ids of the person and of the erasure, so that nothing that comes later brings the data back",
                "GDPR article 17(3)(b) with article 5(2): proof that the erasure was done and lasts"));
    }
}
