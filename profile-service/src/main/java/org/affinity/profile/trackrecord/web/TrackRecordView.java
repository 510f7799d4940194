package org.affinity.profile.trackrecord.web;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Page;
import org.affinity.profile.creator.domain.MeasuredFigure;
import org.affinity.profile.trackrecord.TrackRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A track record as the API shows it. */
@Schema(name = "TrackRecordReport", description = "What a creator has done, one by one and together.")
record TrackRecordView(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Collaborations that came to a measured result.", examples = "2")
        int measured,

        @Schema(description = "Works that the creator declared.", examples = "3")
        int declared,

        @Schema(description = "Aggregates over every measured result.")
        List<MeasuredFigure> figures,

        @Schema(description = "This page of the work.") List<WorkView> items,

        @Schema(
                description = "Send it as cursor for the next page; null at the end.",
                nullable = true,
                examples = "AZd7fjxSe9GaUwwNH2orEQ")
        String nextCursor) {

    TrackRecordView {
        figures = List.copyOf(figures);
        items = List.copyOf(items);
    }

    static TrackRecordView of(TrackRecord trackRecord, Page<WorkView> page) {
        return new TrackRecordView(
                trackRecord.creatorId(),
                trackRecord.measured().size(),
                trackRecord.declared().size(),
                trackRecord.figures(),
                page.items(),
                page.nextCursor());
    }
}
