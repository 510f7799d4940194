package org.affinity.profile.search.web;

import org.affinity.profile.search.domain.CreatorQuery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Creators that are read while they are written to the client. */
@Schema(hidden = true)
record CreatorStream(CreatorQuery query, ExportFormat format) {}
