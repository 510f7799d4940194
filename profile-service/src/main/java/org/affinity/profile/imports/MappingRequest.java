package org.affinity.profile.imports;

import java.util.List;
import java.util.Map;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;

/**
 * A mapping as the uploader gives it; whatever is null is found out from the file.
 *
 * @param platform platform of all accounts
 * @param source provenance of the figures
 * @param columns column names by field; one name or, where a field takes several, a list
 */
public record MappingRequest(Platform platform, MetricSource source, Map<String, List<String>> columns) {

    /** Nothing given. */
    public static final MappingRequest NONE = new MappingRequest(null, null, null);

    public MappingRequest {
        columns = columns == null ? null : Map.copyOf(columns);
    }
}
