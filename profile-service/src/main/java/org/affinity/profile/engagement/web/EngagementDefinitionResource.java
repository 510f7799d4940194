package org.affinity.profile.engagement.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.engagement.domain.EngagementDefinition;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.affinity.profile.engagement.domain.EngagementRule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How engagement is defined. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/engagement-definitions")
@RunOnVirtualThread
@Tag(name = "Engagement", description = "How engagement is defined, and how much of it is usual.")
class EngagementDefinitionResource {

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listEngagementDefinitions",
            summary = "List definitions of engagement",
            description = "Every definition with its formula by platform and its source, the default one first."
                    + " Requests choose one by engagement.")
    @APIResponse(responseCode = "200", description = "All definitions.")
    public DefinitionList list() {
        return new DefinitionList(
                EngagementDefinitions.all().stream().map(DefinitionView::of).toList());
    }

    /** All definitions as the API shows them. */
    @Schema(name = "EngagementDefinitionList", description = "All definitions of engagement.")
    record DefinitionList(
            @Schema(description = "The definitions, the default one first.")
            List<DefinitionView> items) {}

    /** A definition as the API shows it. */
    @Schema(name = "EngagementDefinition", description = "A named way to compute an engagement rate.")
    record DefinitionView(
            @Schema(description = "Name by which requests choose it.", examples = "followers-mean")
            String id,

            @Schema(description = "Rises when a rule changes.", examples = "1")
            int version,

            @Schema(description = "What it is.") String title,

            @Schema(description = "Who published it, and what of it is ours.")
            String source,

            @Schema(description = "Its rules; one without platforms holds wherever no other does.")
            List<RuleView> rules) {

        static DefinitionView of(EngagementDefinition definition) {
            return new DefinitionView(
                    definition.id(),
                    definition.version(),
                    definition.title(),
                    definition.source(),
                    definition.rules().stream().map(RuleView::of).toList());
        }
    }

    /** A rule as the API shows it. */
    @Schema(name = "EngagementRule", description = "A formula and where it holds.")
    record RuleView(
            @Schema(description = "Platforms; empty for all others.")
            List<Platform> platforms,

            @Schema(description = "What is divided by. More values may come.", examples = "FOLLOWERS")
            EngagementRule.Base base,

            @Schema(description = "How posts are taken together. More values may come.", examples = "MEAN")
            EngagementRule.Aggregate aggregate,

            @Schema(description = "What counts as an interaction. More values may come.")
            List<EngagementRule.Interaction> interactions,

            @Schema(description = "The formula.", examples = "mean (likes + comments) per post / followers")
            String formula) {

        static RuleView of(EngagementRule rule) {
            return new RuleView(rule.platforms(), rule.base(), rule.aggregate(), rule.interactions(), rule.formula());
        }
    }
}
