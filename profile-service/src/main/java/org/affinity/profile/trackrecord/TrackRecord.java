package org.affinity.profile.trackrecord;

import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.MeasuredFigure;
import org.affinity.profile.trackrecord.domain.Result;

/**
 * What a creator has done.
 *
 * @param figures aggregates over all measured results
 * @param measured results as the caller may see them, newest first
 * @param declared what the creator says of their work
 */
public record TrackRecord(
        UUID creatorId, List<MeasuredFigure> figures, List<Result> measured, List<BrandTie> declared) {

    public TrackRecord {
        figures = List.copyOf(figures);
        measured = List.copyOf(measured);
        declared = List.copyOf(declared);
    }
}
