package org.affinity.profile.imports;

import java.util.List;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.ProposedColumn;

/**
 * What a file seems to hold.
 *
 * @param isComplete whether it could be imported like that, without a mapping of the uploader's
 */
public record MappingReport(
        String format,
        Platform platform,
        PlatformOrigin platformOrigin,
        boolean isComplete,
        List<ProposedColumn> columns) {

    public MappingReport {
        columns = List.copyOf(columns);
    }
}
