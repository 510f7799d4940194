package org.affinity.profile.willingness.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.willingness.ContactPart;
import org.affinity.profile.willingness.ContactService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How to reach a creator. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/contact-channels")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class ContactChannelsResource {

    private final ContactService contacts;
    private final Precondition precondition;

    ContactChannelsResource(ContactService contacts, Precondition precondition) {
        this.contacts = contacts;
        this.precondition = precondition;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getContactChannels",
            summary = "Read how to reach a creator",
            description = "Addresses and numbers with quiet hours, for the creator and operators only. Having"
                    + " them is no consent to use them.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public ContactPart get(@BeanParam CreatorPath path) {
        return contacts.of(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceContactChannels",
            summary = "Replace how to reach a creator",
            description = "Puts all channels in place of the present ones; an empty list deletes them. They are"
                    + " kept encrypted and never leave in events.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<ContactPart> replace(@BeanParam CreatorPath path, @NotNull @Valid ContactBody body) {
        return RestResponse.ok(contacts.replace(path.creatorId(), body.checked(), precondition::requireVersion));
    }
}
