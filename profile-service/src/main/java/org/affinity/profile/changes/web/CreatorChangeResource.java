package org.affinity.profile.changes.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.http.Cursors;
import org.affinity.kit.http.Page;
import org.affinity.kit.security.Roles;
import org.affinity.profile.changes.FeedPosition;
import org.affinity.profile.changes.store.CreatorChanges;
import org.affinity.profile.changes.store.CreatorChanges.Placed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which creators changed, for partners who keep copies. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creator-changes")
@RunOnVirtualThread
@Tag(name = "Partners", description = "Creators under a partner's own ids, many at once, and who changed since.")
class CreatorChangeResource {

    private static final Duration POLL = Duration.ofMillis(250);

    private final CreatorChanges changes;
    private final Cursors cursors;

    CreatorChangeResource(CreatorChanges changes, Cursors cursors) {
        this.changes = changes;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.OPERATOR})
    @Operation(
            operationId = "listCreatorChanges",
            summary = "Follow the changes of creators",
            description = "Without a cursor the feed starts with the creator whose latest change is the oldest, and so"
                    + " brings everybody. Each creator stands in it once, at the latest change: who reads on meets"
                    + " every creator that changed, in its latest version, though not every version; UPDATED may be the"
                    + " first that is heard of a creator. No change is passed over, also when changes are committed in"
                    + " another order than they were made; in return a change waits for transactions that were"
                    + " running when it was made. A page may repeat what was read before only in a newer version.")
    @APIResponse(responseCode = "200", description = "The changes after the cursor.")
    public ChangeFeed list(
            @BeanParam Page.Request part,
            @Parameter(description = "Seconds to wait for a change when there is none yet.", example = "20")
                    @QueryParam("wait")
                    @DefaultValue("0")
                    @Min(0)
                    @Max(30)
                    int wait)
            throws InterruptedException {
        FeedPosition place =
                cursors.decode(part.cursor()).map(FeedPosition::parse).orElse(FeedPosition.START);
        List<Placed> found = changes.after(place, part.limit() + 1);
        for (long polls = Duration.ofSeconds(wait).dividedBy(POLL); found.isEmpty() && polls > 0; polls--) {
            Thread.sleep(POLL);
            found = changes.after(place, part.limit() + 1);
        }
        boolean hasMore = found.size() > part.limit();
        List<Placed> page = hasMore ? found.subList(0, part.limit()) : found;
        FeedPosition next = page.isEmpty() ? place : page.getLast().place();
        return new ChangeFeed(
                page.stream().map(Placed::change).map(ChangeFeed.Item::of).toList(),
                cursors.encode(next.key()),
                hasMore);
    }
}
