package org.affinity.profile.consent.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of noting that a list was told. */
@Schema(name = "SourceSending", description = "How many tasks were closed.")
record SourceSendingView(
        @Schema(description = "Tasks closed; 0 when none was open.", examples = "1000000")
        int closed) {}
