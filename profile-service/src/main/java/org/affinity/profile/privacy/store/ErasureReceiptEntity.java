package org.affinity.profile.privacy.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.privacy.Erasures.Receipt;

/** What one service says it erased and kept. */
@Entity
@Table(name = "erasure_receipt")
public class ErasureReceiptEntity extends PanacheEntityBase {

    @EmbeddedId
    public Key key;

    public Instant recordedAt;

    /** What was signed, as JSON. */
    public String content;

    /** The same as JWS. */
    public String signature;

    /** A service gives one receipt for an erasure. */
    @Embeddable
    public record Key(UUID erasureId, String service) {}

    /** A receipt as it came. */
    public static ErasureReceiptEntity of(Receipt receipt, JsonNode signed) {
        var entity = new ErasureReceiptEntity();
        entity.key = new Key(receipt.erasureId(), receipt.service());
        entity.recordedAt = receipt.recordedAt();
        entity.content = signed.toString();
        entity.signature = receipt.signature();
        return entity;
    }
}
