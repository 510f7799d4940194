package org.affinity.reporting.report.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.reporting.report.domain.ShareLink;

/** Row of {@code share_link}. */
@Entity
@Table(name = "share_link")
class ShareLinkEntity {

    @Id
    UUID shareLinkId;

    UUID reportId;
    UUID organisationId;
    byte[] tokenHash;
    Instant createdAt;
    Instant expiresAt;

    ShareLink shareLink() {
        return new ShareLink(shareLinkId, reportId, organisationId, createdAt, expiresAt);
    }
}
