package org.affinity.reporting.report.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.report.domain.Report;

/** Keeps reports as the documents they were when made. */
@ApplicationScoped
public class ReportRepository implements PanacheRepositoryBase<ReportEntity, UUID> {

    private final ObjectMapper json;

    ReportRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Adds a report. */
    public void add(Report report) {
        var entity = new ReportEntity();
        entity.reportId = report.reportId();
        entity.campaignId = report.campaignId();
        entity.organisationId = report.organisationId();
        entity.completedAt = report.completedAt();
        entity.document = write(report);
        persist(entity);
    }

    /** The report, as far as the caller may see it. */
    public Optional<Report> report(UUID reportId) {
        return findByIdOptional(reportId).map(this::read);
    }

    /** The report of a campaign, as far as the caller may see it. */
    public Optional<Report> ofCampaign(UUID campaignId) {
        return find("campaignId", campaignId).firstResultOptional().map(this::read);
    }

    /** Reports after an id, oldest first; of one campaign when given. */
    public List<Report> page(UUID campaignId, Optional<UUID> after, int size) {
        UUID from = after.orElse(new UUID(0, 0));
        var found = campaignId == null
                ? find("reportId > ?1 order by reportId", from)
                : find("reportId > ?1 and campaignId = ?2 order by reportId", from, campaignId);
        return found.page(0, size).stream().map(this::read).toList();
    }

    private String write(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written", e);
        }
    }

    private Report read(ReportEntity entity) {
        try {
            return json.readValue(entity.document, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be read", e);
        }
    }
}
