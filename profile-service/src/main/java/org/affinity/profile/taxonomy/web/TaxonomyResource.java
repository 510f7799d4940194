package org.affinity.profile.taxonomy.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Roles;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.affinity.profile.taxonomy.domain.Taxonomy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Categories by which creators, brands and causes are described. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/taxonomies")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
@Tag(name = "Taxonomies", description = "Categories of content, of what is advertised, and of causes.")
class TaxonomyResource {

    private final Cursors cursors;

    TaxonomyResource(Cursors cursors) {
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listTaxonomies",
            summary = "List taxonomies",
            description = "The taxonomies that creators, brands and causes are described by, in one page.")
    @APIResponse(responseCode = "200", description = "Every taxonomy, without its categories.")
    public Page<TaxonomySummary> list(@BeanParam Page.Request part) {
        Optional<String> after = cursors.decode(part.cursor());
        List<Taxonomy> rest = Taxonomies.all().stream()
                .sorted(Comparator.comparing(Taxonomy::id))
                .filter(taxonomy -> after.isEmpty() || taxonomy.id().compareTo(after.get()) > 0)
                .limit(part.limit() + 1L)
                .toList();
        return Page.of(rest, part.limit(), Taxonomy::id, cursors).map(TaxonomySummary::of);
    }

    @GET
    @Path("/{taxonomyId}")
    @Operation(
            operationId = "getTaxonomy",
            summary = "Read a taxonomy",
            description = "The whole tree of iab-content-3.1 (niches), iab-ad-product-2.0 (sectors of brands) or"
                    + " causes-1. A taxonomy never changes under its id.")
    @APIResponse(responseCode = "200", description = "The taxonomy as a tree.")
    public TaxonomyView get(
            @Parameter(description = "Id of the taxonomy.", example = "iab-content-3.1") @RestPath String taxonomyId) {
        return TaxonomyView.of(find(taxonomyId));
    }

    @GET
    @Path("/{taxonomyId}/categories")
    @Operation(
            operationId = "listCategories",
            summary = "Search categories",
            description = "Categories in the order of the taxonomy, optionally those whose name or path has a text in"
                    + " it, whatever the case, or those right below another.")
    @APIResponse(responseCode = "200", description = "A page of categories.")
    public Page<CategoryView> categories(
            @Parameter(description = "Id of the taxonomy.", example = "iab-content-3.1") @RestPath String taxonomyId,
            @Parameter(description = "Text that the name or a name above it must have in it.", example = "cook")
                    @QueryParam("query")
                    @Size(min = 1, max = 80)
                    String query,
            @Parameter(description = "Id of the category right above.", example = "210")
                    @QueryParam("parentId")
                    @Size(min = 1, max = 40)
                    String parentId,
            @BeanParam Page.Request part) {
        Taxonomy taxonomy = find(taxonomyId);
        Optional<String> after = cursors.decode(part.cursor(), query, parentId);
        List<Category> rest = taxonomy.search(query, parentId);
        int from = after.map(last -> indexAfter(rest, last)).orElse(0);
        List<Category> rows = rest.subList(from, Math.min(rest.size(), from + part.limit() + 1));
        return Page.of(rows, part.limit(), Category::id, cursors, query, parentId)
                .map(CategoryView::of);
    }

    private static int indexAfter(List<Category> categories, String id) {
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        return categories.size();
    }

    private static Taxonomy find(String taxonomyId) {
        return Taxonomies.find(taxonomyId).orElseThrow(DomainException::notFound);
    }
}
