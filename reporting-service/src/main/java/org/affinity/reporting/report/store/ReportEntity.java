package org.affinity.reporting.report.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Row of {@code report}. */
@Entity
@Immutable
@Table(name = "report")
class ReportEntity {

    @Id
    UUID reportId;

    UUID campaignId;
    UUID organisationId;
    Instant completedAt;
    String document;
}
