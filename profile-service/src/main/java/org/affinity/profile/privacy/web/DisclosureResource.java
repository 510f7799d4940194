package org.affinity.profile.privacy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.privacy.Disclosures;
import org.affinity.profile.privacy.Disclosures.Disclosure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who saw a creator's data. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/disclosures")
@RunOnVirtualThread
@RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Privacy", description = "What creators and auditors ask about personal data.")
class DisclosureResource {

    private final Disclosures disclosures;
    private final Cursors cursors;

    DisclosureResource(Disclosures disclosures, Cursors cursors) {
        this.disclosures = disclosures;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listDisclosures",
            summary = "List who got a creator's data",
            description = "Organisations that read the profile, got the creator proposed or invited them, by day, the"
                    + " latest first. Reads appear here some seconds later. A creator reads their own list only.")
    @APIResponse(responseCode = "200", description = "A page of disclosures.")
    public Page<DisclosureView> list(@BeanParam CreatorPath path, @BeanParam Page.Request part) {
        Disclosure last = cursors.decode(part.cursor())
                .map(key -> Disclosures.disclosure(path.creatorId(), key))
                .orElse(null);
        return Page.of(
                        disclosures.list(path.creatorId(), last, part.limit() + 1),
                        part.limit(),
                        Disclosures::key,
                        cursors)
                .map(DisclosureView::of);
    }
}
