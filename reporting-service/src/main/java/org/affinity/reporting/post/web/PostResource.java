package org.affinity.reporting.post.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.reporting.post.MeasuredPost;
import org.affinity.reporting.post.Posts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Posts of collaborations and the readings of their figures. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@RunOnVirtualThread
@Path("/v1/posts")
@Tag(name = "Posts", description = "Published posts and the figures that were observed of them.")
public class PostResource {

    private final Posts posts;
    private final Cursors cursors;

    PostResource(Posts posts, Cursors cursors) {
        this.posts = posts;
        this.cursors = cursors;
    }

    /** Records a post. */
    @POST
    @RolesAllowed({Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "recordPost",
            summary = "Record a post",
            description = "Records a post that was published for an accepted collaboration. Creators record their own,"
                    + " partners those of the organisation they work for. A post of more than a day before both the"
                    + " agreement and the campaign's first day is refused.")
    @APIResponseSchema(value = PostView.class, responseCode = "201", responseDescription = "The recorded post.")
    public RestResponse<PostView> record(@Valid @NotNull PostRequest body) {
        var view = PostView.of(posts.record(body.collaborationId(), body.url(), body.publishedAt()));
        return RestResponse.ResponseBuilder.<PostView>created(URI.create("/v1/posts/" + view.postId()))
                .entity(view)
                .build();
    }

    /** Records figures of a post. */
    @POST
    @Path("/{postId}/metrics")
    @RolesAllowed({Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "recordPostMetrics",
            summary = "Record figures of a post",
            description = "Adds a reading. Figures sent by creators count as DECLARED, those of partners and operators"
                    + " as NETWORK; the latest reading of each source counts. What is left out stays unknown.")
    @APIResponseSchema(value = ReadingView.class, responseCode = "201", responseDescription = "The recorded reading.")
    public RestResponse<ReadingView> measure(
            @Parameter(description = "Id of the post.", example = "01994f5f-2222-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID postId,
            @Valid @NotNull ReadingRequest body) {
        String currency = body.donations() == null ? null : body.donations().currency();
        var view = ReadingView.of(postId, posts.measure(postId, body.observedAt(), body.values(), currency));
        return RestResponse.ResponseBuilder.<ReadingView>created(URI.create("/v1/posts/" + postId))
                .entity(view)
                .build();
    }

    /** Lists posts. */
    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "listPosts",
            summary = "List posts",
            description = "Posts that the caller may see, oldest first: creators see their own, organisations those of"
                    + " their campaigns.")
    public Page<PostView> list(
            @Parameter(description = "Only posts of this campaign.", example = "01994f5e-3333-7c3d-9c55-0d5f3a1b2c3d")
                    @QueryParam("campaignId")
                    UUID campaignId,
            @BeanParam Page.Request part) {
        var after = cursors.decode(part.cursor(), campaignId).map(UUID::fromString);
        var rows = posts.page(campaignId, after, part.limit() + 1);
        Page<MeasuredPost> page =
                Page.of(rows, part.limit(), measured -> measured.post().postId().toString(), cursors, campaignId);
        return page.map(PostView::of);
    }

    /** Shows a post. */
    @GET
    @Path("/{postId}")
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.CREATOR, Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "getPost",
            summary = "Show a post",
            description = "The post with every metric: the latest figure of the best source, or null and the reason.")
    public PostView get(
            @Parameter(description = "Id of the post.", example = "01994f5f-2222-7c3d-9c55-0d5f3a1b2c3d") @RestPath
                    UUID postId) {
        return PostView.of(posts.post(postId));
    }
}
