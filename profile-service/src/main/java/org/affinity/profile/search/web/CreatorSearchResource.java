package org.affinity.profile.search.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.web.CreatorViews;
import org.affinity.profile.expansion.web.ExpandedCreatorView;
import org.affinity.profile.expansion.web.Expansion;
import org.affinity.profile.expansion.web.Expansions;
import org.affinity.profile.search.CreatorSearch;
import org.affinity.profile.search.CreatorSearch.Found;
import org.affinity.profile.search.Position;
import org.affinity.profile.search.domain.CreatorQuery;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Finds creators. */
@ApiResource
@Path("/v1/creators")
@RunOnVirtualThread
@Tag(name = "Creators", description = "Who the creators are, on which platforms, and what they accept.")
class CreatorSearchResource {

    private static final String RULES = " Every filter given must hold; of one that is repeated, one value is enough."
            + " Platform, tier, handle, followers, engagement rate and the age of the figures must hold for one and the"
            + " same account, engagement type and fee for one and the same offer.";

    private static final String STREAM =
            "All creators that the filters mean, as one stream of any length. Creators that"
                    + " change meanwhile are shown as they are when the stream comes to them.";

    private final CreatorSearch search;
    private final CreatorExport export;
    private final CreatorViews views;
    private final Expansions expansions;
    private final CurrentCaller currentCaller;
    private final PlatformCatalogue platforms;
    private final Cursors cursors;
    private final Clock clock;

    CreatorSearchResource(
            CreatorSearch search,
            CreatorExport export,
            CreatorViews views,
            Expansions expansions,
            CurrentCaller currentCaller,
            PlatformCatalogue platforms,
            Cursors cursors,
            Clock clock) {
        this.platforms = platforms;
        this.search = search;
        this.export = export;
        this.views = views;
        this.expansions = expansions;
        this.currentCaller = currentCaller;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "listCreators",
            summary = "Find creators",
            description = "Creators in the order asked for, by default the one in which they were added." + RULES
                    + " Years of birth are shown to operators only, and so are consents.")
    @APIResponse(responseCode = "200", description = "A page of creators.")
    public Page<ExpandedCreatorView> list(
            @BeanParam CreatorFilters filters,
            @Parameter(
                            description =
                                    "What to show of each besides, once for each: audience, trackRecord, consents.",
                            example = "audience")
                    @QueryParam("expand")
                    List<String> expand,
            @BeanParam Page.Request part) {
        Set<Expansion> asked = Expansion.asked(expand, Expansion.OF_MANY, currentCaller.caller());
        TierScheme scheme = TierSchemes.named(filters.tierScheme);
        CreatorQuery query = query(filters);
        Optional<Position> after = cursors.decode(part.cursor(), query).map(Position::parse);
        Found found = search.find(query, after, part.limit());
        return new Page<>(
                expansions.of(
                        found.creators().stream()
                                .map(creator -> views.of(creator, scheme))
                                .toList(),
                        asked),
                found.next().map(next -> cursors.encode(next.key(), query)).orElse(null));
    }

    @GET
    @Path("/export/csv")
    @Produces(CreatorExport.CSV)
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"creators.csv\"")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "exportCreatorsAsCsv",
            summary = "Export creators as a table",
            description = STREAM + RULES
                    + " One row per account under the column names that an import knows, so that the file can be"
                    + " imported again; cells that a spreadsheet would take for a formula begin with an apostrophe,"
                    + " which an import takes away.")
    @APIResponse(
            responseCode = "200",
            description = "The creators, UTF-8, with a header row.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput exportTable(@BeanParam CreatorFilters filters) {
        CreatorQuery query = query(filters);
        return output -> export.writeTable(query, output);
    }

    @GET
    @Path("/export/ndjson")
    @Produces(CreatorExport.NDJSON)
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"creators.ndjson\"")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "exportCreatorsAsNdjson",
            summary = "Export creators as lines of JSON",
            description = STREAM + RULES + " One creator per line, as the list shows them.")
    @APIResponse(
            responseCode = "200",
            description = "The creators, UTF-8.",
            content =
                    @Content(
                            mediaType = CreatorExport.NDJSON,
                            schema = @Schema(implementation = ExpandedCreatorView.class)))
    public StreamingOutput exportLines(@BeanParam CreatorFilters filters) {
        CreatorQuery query = query(filters);
        return output -> export.writeLines(query, output);
    }

    private CreatorQuery query(CreatorFilters filters) {
        return new FilterCheck(LocalDate.now(clock).getYear(), platforms.known()).queryOf(filters);
    }
}
