package org.affinity.profile.partner.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.partner.PartnerCreatorState;
import org.affinity.profile.partner.PartnerCreators;
import org.affinity.profile.partner.domain.RecordOutcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What partners say of creators, under ids of their own. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/partner-creators")
@RunOnVirtualThread
@RolesAllowed(Roles.PARTNER)
@Tag(name = "Partners", description = "Creators under a partner's own ids, many at once, and who changed since.")
class PartnerCreatorResource {

    static final String EXTERNAL_ID = "[A-Za-z0-9][A-Za-z0-9._:~@+=-]{0,199}";

    private final PartnerCreators partnerCreators;
    private final RecordReader reader;
    private final CurrentCaller currentCaller;
    private final Precondition precondition;
    private final Cursors cursors;

    PartnerCreatorResource(
            PartnerCreators partnerCreators,
            RecordReader reader,
            CurrentCaller currentCaller,
            Precondition precondition,
            Cursors cursors) {
        this.partnerCreators = partnerCreators;
        this.reader = reader;
        this.currentCaller = currentCaller;
        this.precondition = precondition;
        this.cursors = cursors;
    }

    @PUT
    @Path("/{externalId}")
    @Operation(
            operationId = "putPartnerCreator",
            summary = "Create or replace a record",
            description = "Writes what the partner says of a creator under the partner's own id, whole. The record is"
                    + " attached to the creator who holds one of its accounts, else a new creator is made. Into the"
                    + " creator goes what may: what creators wrote of themselves, also their list of accounts, is only"
                    + " filled up, and figures do not give way to figures of a weaker source. If-Match: * writes in any"
                    + " case, an ETag only over that version.")
    @APIResponseSchema(
            value = PartnerCreatorView.class,
            responseCode = "201",
            responseDescription = "The record is new; Location and ETag are set.")
    @APIResponse(responseCode = "200", description = "The record that was there is replaced; ETag is set.")
    public RestResponse<PartnerCreatorView> put(
            @Parameter(description = "The partner's own id.", example = "crm-4711")
                    @RestPath
                    @Pattern(regexp = EXTERNAL_ID)
                    String externalId,
            @NotNull @Valid PartnerCreatorRequest request) {
        PartnerCreators.Result result =
                partnerCreators.put(organisation(), reader.recordOf(externalId, request), precondition::requireVersion);
        if (result.outcome() == RecordOutcome.ACCOUNT_TAKEN) {
            throw new DomainException(ProfileProblem.ACCOUNT_TAKEN, PartnerBatches.TAKEN);
        }
        if (result.outcome() == RecordOutcome.OPTED_OUT) {
            throw new DomainException(ProfileProblem.OPTED_OUT, PartnerBatches.LEFT);
        }
        boolean isNew = result.outcome() == RecordOutcome.CREATED || result.outcome() == RecordOutcome.ATTACHED;
        PartnerCreatorView view = view(result.state());
        return isNew
                ? RestResponse.ResponseBuilder.<PartnerCreatorView>created(
                                URI.create("/v1/partner-creators/" + externalId))
                        .entity(view)
                        .build()
                : RestResponse.ok(view);
    }

    @GET
    @Path("/{externalId}")
    @Operation(
            operationId = "getPartnerCreator",
            summary = "Read a record",
            description = "What the partner said last under this id of its own, and which creator that is.")
    @APIResponse(responseCode = "200", description = "The record; ETag is set.")
    public PartnerCreatorView get(
            @Parameter(description = "The partner's own id.", example = "crm-4711")
                    @RestPath
                    @Pattern(regexp = EXTERNAL_ID)
                    String externalId) {
        return view(partnerCreators.find(organisation(), externalId));
    }

    @GET
    @Operation(
            operationId = "listPartnerCreators",
            summary = "List the records",
            description = "The records of the partner's organisation in the order of its own ids.")
    @APIResponse(responseCode = "200", description = "A page of records.")
    public Page<PartnerCreatorView> list(@BeanParam Page.Request part) {
        Optional<String> after = cursors.decode(part.cursor());
        List<PartnerCreatorState> records = partnerCreators.list(organisation(), after, part.limit() + 1);
        return Page.of(records, part.limit(), PartnerCreatorState::externalId, cursors)
                .map(this::view);
    }

    @DELETE
    @Path("/{externalId}")
    @Operation(
            operationId = "deletePartnerCreator",
            summary = "Remove a record",
            description = "Forgets what the partner said and its id. The creator stays, with what was taken over.")
    @APIResponse(responseCode = "204", description = "The record is gone.")
    public RestResponse<Void> delete(
            @Parameter(description = "The partner's own id.", example = "crm-4711")
                    @RestPath
                    @Pattern(regexp = EXTERNAL_ID)
                    String externalId) {
        partnerCreators.remove(organisation(), externalId, precondition::requireVersion);
        return RestResponse.noContent();
    }

    private UUID organisation() {
        UUID organisationId = currentCaller.caller().organisationId();
        if (organisationId == null) {
            throw DomainException.notFound();
        }
        return organisationId;
    }

    private PartnerCreatorView view(PartnerCreatorState state) {
        return new PartnerCreatorView(
                state.externalId(),
                state.creatorId(),
                state.version(),
                reader.read(state.json()),
                state.createdAt(),
                state.updatedAt());
    }
}
