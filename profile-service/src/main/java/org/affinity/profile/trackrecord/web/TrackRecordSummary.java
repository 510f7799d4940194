package org.affinity.profile.trackrecord.web;

import java.util.List;
import java.util.stream.Stream;
import org.affinity.profile.creator.domain.MeasuredFigure;
import org.affinity.profile.trackrecord.TrackRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A track record as the API shows it beside its creator. */
@Schema(name = "TrackRecordSummary", description = "What a creator has done, together, and the latest of it.")
public record TrackRecordSummary(
        @Schema(description = "Collaborations that came to a measured result.", examples = "2")
        int measured,

        @Schema(description = "Works that the creator declared.", examples = "3")
        int declared,

        @Schema(description = "Aggregates over every measured result.")
        List<MeasuredFigure> figures,

        @Schema(
                description = "The first ten works in the order of the track record, where the others are: MEASURED"
                        + " results, newest first, then what the creator DECLARED.")
        List<WorkView> work) {

    private static final int MOST_WORK = 10;

    public TrackRecordSummary {
        figures = List.copyOf(figures);
        work = List.copyOf(work);
    }

    /** A track record in short. */
    public static TrackRecordSummary of(TrackRecord trackRecord) {
        return new TrackRecordSummary(
                trackRecord.measured().size(),
                trackRecord.declared().size(),
                trackRecord.figures(),
                Stream.concat(
                                trackRecord.measured().stream().map(WorkView::of),
                                trackRecord.declared().stream().map(WorkView::of))
                        .limit(MOST_WORK)
                        .toList());
    }
}
