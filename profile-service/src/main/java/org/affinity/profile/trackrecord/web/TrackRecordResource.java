package org.affinity.profile.trackrecord.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.trackrecord.TrackRecord;
import org.affinity.profile.trackrecord.TrackRecordService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What creators have done. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/track-record")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Track record", description = "What creators did and how they answer, measured.")
class TrackRecordResource {

    private final TrackRecordService trackRecord;
    private final Cursors cursors;

    TrackRecordResource(TrackRecordService trackRecord, Cursors cursors) {
        this.trackRecord = trackRecord;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "getTrackRecord",
            summary = "Read a creator's track record",
            description = "Aggregates over every measured result, and a page of the work itself: MEASURED results,"
                    + " newest first, then what the creator DECLARED. An organisation is not told for whom the results"
                    + " of others were.")
    @APIResponse(responseCode = "200", description = "The track record.")
    public TrackRecordView get(@BeanParam CreatorPath path, @BeanParam Page.Request part) {
        int after = cursors.decode(part.cursor()).map(Integer::parseInt).orElse(0);
        TrackRecord found = trackRecord.of(path.creatorId());
        List<WorkView> work = Stream.concat(
                        found.measured().stream().map(WorkView::of),
                        found.declared().stream().map(WorkView::of))
                .toList();
        List<Integer> rows = IntStream.range(after, Math.min(work.size(), after + part.limit() + 1))
                .boxed()
                .toList();
        Page<WorkView> page = Page.of(rows, part.limit(), row -> Integer.toString(row + 1), cursors)
                .map(work::get);
        return TrackRecordView.of(found, page);
    }
}
