package org.affinity.profile.imports;

import java.time.Instant;

/**
 * How a list is to be imported.
 *
 * @param mapping how to read the columns
 * @param sheet sheet of a workbook, null for the first one
 * @param isDryRun whether to report only, without any effect
 * @param observedAt when the figures were read off, null when that is the time of the import
 */
public record ImportRequest(MappingRequest mapping, String sheet, boolean isDryRun, Instant observedAt) {

    /** Nothing given: everything is found out, and taken over. */
    public static final ImportRequest PLAIN = new ImportRequest(MappingRequest.NONE, null, false, null);
}
