package org.affinity.profile.creator.web;

import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which creator a request is about: of every path below {@code /v1/creators/{creatorId}}. */
public record CreatorPath(
        @Parameter(description = "Id of the creator.", example = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        @PathParam("creatorId")
        UUID creatorId) {}
