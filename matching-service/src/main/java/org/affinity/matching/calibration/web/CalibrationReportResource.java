package org.affinity.matching.calibration.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Roles;
import org.affinity.matching.calibration.CalibrationData;
import org.affinity.matching.calibration.CalibrationService;
import org.affinity.matching.calibration.domain.CalibrationRule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How good predictions were. */
@Path("/v1/calibration-reports")
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.OPERATOR})
public class CalibrationReportResource {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final CalibrationService calibration;
    private final CalibrationData data;

    CalibrationReportResource(CalibrationService calibration, CalibrationData data) {
        this.calibration = calibration;
        this.data = data;
    }

    @GET
    @Operation(
            operationId = "getCalibrationReport",
            summary = "Compare predictions with results",
            description = "What matches predicted of creators who then worked on the campaign, against what the"
                    + " networks measured, by figure, platform and tier. An operator sees all collaborations, an"
                    + " organisation those of its campaigns, an agency those of its clients.")
    public CalibrationReportView get(
            @Parameter(description = "Only results recorded on this day (UTC) or later.", example = "2026-01-01")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(
                            description = "Only results recorded on this day (UTC) or earlier, not before from.",
                            example = "2026-12-31")
                    @QueryParam("until")
                    LocalDate until) {
        CalibrationService.Factors factors = calibration.factors();
        Instant since = from == null ? Instant.EPOCH : startOf(from);
        Instant before = startOf((until == null ? LAST_DAY : until).plusDays(1));
        if (!since.isBefore(before)) {
            String fix = "must not be before from";
            throw new DomainException(
                    CommonProblem.INVALID_PARAMETER,
                    "until " + fix,
                    List.of(FieldError.ofParameter("until", "dateOrder", fix)));
        }
        return new CalibrationReportView(
                data.rule().version(),
                data.rule().reason(),
                data.spreads().version(),
                data.spreads().level(),
                CalibrationReportView.DEFINITION,
                calibration.cells(since, before).stream()
                        .map(cell -> {
                            CalibrationRule.Factor factor = factors.of(cell.key());
                            return CalibrationReportView.CellView.of(cell, factor.value(), factor.why());
                        })
                        .toList());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
