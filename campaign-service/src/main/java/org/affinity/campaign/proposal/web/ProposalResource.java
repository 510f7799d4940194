package org.affinity.campaign.proposal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.affinity.campaign.proposal.ProposalService;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Proposals over HTTP. */
@Path("/v1/campaigns/{campaignId}/proposal")
@ApiResource
@RunOnVirtualThread
@Tag(name = "Proposals", description = "What matching answers to a published brief.")
class ProposalResource {

    private final ProposalService proposals;

    ProposalResource(ProposalService proposals) {
        this.proposals = proposals;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.OPERATOR})
    @Operation(
            operationId = "getProposal",
            summary = "Get a campaign's proposal",
            description = "The mechanic and the panel for a campaign, every score explained. 404 until the campaign is"
                    + " matched.")
    @APIResponse(responseCode = "200", description = "The latest proposal.")
    public ProposalView get(
            @Parameter(description = "Id of the campaign.", example = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02") @RestPath
                    UUID campaignId) {
        return proposals.find(campaignId).map(ProposalView::of).orElseThrow(DomainException::notFound);
    }
}
