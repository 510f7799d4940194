package org.affinity.profile.trackrecord.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.trackrecord.domain.KpiFigure;
import org.affinity.profile.trackrecord.domain.Result;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A collaboration that came to a measured result; version 0 is one of which no figures are kept. */
@Entity
@Table(name = "completed_collaboration")
public class CompletedCollaborationEntity extends PanacheEntityBase {

    @Id
    public UUID collaborationId;

    public UUID creatorId;

    public UUID resultId;

    public Instant recordedAt;

    public long version;

    public UUID campaignId;

    public UUID organisationId;

    public String brand;

    public String platform;

    public Integer posts;

    public LocalDate windowFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<KpiFigure> figures;

    void write(Result result) {
        recordedAt = result.recordedAt();
        version = result.version();
        campaignId = result.campaignId();
        organisationId = result.organisationId();
        brand = result.brand();
        platform = result.platform();
        posts = result.posts();
        windowFrom = result.windowFrom();
        figures = result.figures();
    }

    Result result() {
        return new Result(
                resultId,
                collaborationId,
                creatorId,
                campaignId,
                organisationId,
                version,
                brand,
                platform,
                posts,
                windowFrom,
                recordedAt,
                figures == null ? List.of() : figures);
    }
}
