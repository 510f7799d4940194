package org.affinity.profile.willingness.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.BrandName;
import org.affinity.profile.creator.domain.BrandRelation;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.willingness.BrandsPart;
import org.affinity.profile.willingness.WillingnessService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Brands that a creator worked with, wishes for, loves or refuses. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/brands")
@RunOnVirtualThread
@Tag(name = "Willingness", description = "What creators want: terms, prices, brands, niches, causes, contact.")
class BrandsResource {

    private final WillingnessService willingness;
    private final Precondition precondition;
    private final Clock clock;

    BrandsResource(WillingnessService willingness, Precondition precondition, Clock clock) {
        this.willingness = willingness;
        this.precondition = precondition;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "getBrands",
            summary = "Read a creator's ties to brands",
            description = "Brands that a creator worked with, wishes for, loves or refuses. Whom they refuse is"
                    + " shown to the creator and to operators only.")
    @APIResponse(responseCode = "200", description = "As it is now; ETag is set.")
    public BrandsPart get(@BeanParam CreatorPath path) {
        return willingness.brands(path.creatorId());
    }

    @PUT
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "replaceBrands",
            summary = "Replace a creator's ties to brands",
            description = "Puts all declared ties in place of the present ones. Ties that were measured stay."
                    + " Spellings of one name count as one brand.")
    @APIResponse(responseCode = "200", description = "As stored; ETag is set.")
    public RestResponse<BrandsPart> replace(@BeanParam CreatorPath path, @NotNull @Valid BrandsBody body) {
        return RestResponse.ok(willingness.replaceBrands(
                path.creatorId(), body.checked(LocalDate.now(clock)), precondition::requireVersion));
    }

    @PUT
    @Path("/{relation}/{brand}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "putBrand",
            summary = "Add or replace one tie to a brand",
            description = "Puts one tie in place of that with the same relation and brand, or behind the others. The"
                    + " relation and the name in the body are those of the path; spellings of one name count as one.")
    @APIResponse(responseCode = "200", description = "All ties as stored; ETag is set.")
    public RestResponse<BrandsPart> put(
            @BeanParam CreatorPath path, @BeanParam TiePath tie, @NotNull @Valid BrandsBody.Item body) {
        return RestResponse.ok(willingness.editBrands(
                path.creatorId(),
                present -> tie.with(body, present, LocalDate.now(clock)),
                precondition::requireVersion));
    }

    @DELETE
    @Path("/{relation}/{brand}")
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "deleteBrand",
            summary = "Remove one tie to a brand",
            description = "Removes what was declared; that they worked together stays when it was measured.")
    @APIResponse(responseCode = "200", description = "All ties as stored; ETag is set.")
    public RestResponse<BrandsPart> delete(@BeanParam CreatorPath path, @BeanParam TiePath tie) {
        return RestResponse.ok(willingness.editBrands(path.creatorId(), tie::without, precondition::requireVersion));
    }

    /** Which tie a request is about. */
    public record TiePath(
            @Parameter(description = "What they have to do with each other.", example = "WORKED_WITH")
            @PathParam("relation")
            BrandRelation relation,

            @Parameter(description = "Name of the brand, or its key.", example = "maison potage") @PathParam("brand")
            String brand) {

        List<BrandTie> with(BrandsBody.Item item, List<BrandTie> present, LocalDate today) {
            List<BrandTie> others =
                    present.stream().filter(one -> !isMeant(one)).toList();
            var rules = new BrokenRules();
            BrandTie tie = item.checked("", today, others, rules);
            rules.check(isMeant(tie), "", "path", "must have the relation and the brand of the path");
            rules.check(others.size() < BrandsBody.MOST, "", "size", "would be one more than a creator may have");
            rules.refuse();
            var ties = new ArrayList<BrandTie>();
            present.forEach(one -> ties.add(isMeant(one) ? tie : one));
            if (others.size() == present.size()) {
                ties.add(tie);
            }
            return ties;
        }

        List<BrandTie> without(List<BrandTie> present) {
            if (present.stream().noneMatch(this::isMeant)) {
                throw DomainException.notFound();
            }
            return present.stream().filter(one -> !isMeant(one)).toList();
        }

        private boolean isMeant(BrandTie tie) {
            return tie.relation() == relation && tie.name().key().equals(key());
        }

        private String key() {
            try {
                return new BrandName(brand).key();
            } catch (IllegalArgumentException noBrandIsCalledThat) {
                throw DomainException.notFound();
            }
        }
    }
}
