package org.affinity.profile.account.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.affinity.kit.http.ApiResource;
import org.affinity.kit.security.Roles;
import org.affinity.profile.account.AccountService;
import org.affinity.profile.creator.web.CreatorPath;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts of a creator, with all that is computed of them. */
@Produces(MediaType.APPLICATION_JSON)
@ApiResource
@Path("/v1/creators/{creatorId}/accounts")
@RunOnVirtualThread
@Tag(name = "Accounts", description = "Accounts of creators and their history.")
class AccountResource {

    private final AccountService accounts;

    AccountResource(AccountService accounts) {
        this.accounts = accounts;
    }

    @GET
    @RolesAllowed({Roles.BRAND, Roles.AGENCY, Roles.PARTNER, Roles.CREATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listAccounts",
            summary = "List a creator's accounts",
            description =
                    "Every account with its figures, growth, jumps, activity and engagement. Each figure says how it"
                            + " is defined, over which time, from how many observations, where it comes from and when it was"
                            + " observed; an unknown one says why. ETag is that of the creator.")
    @APIResponse(responseCode = "200", description = "The accounts; ETag is set.")
    public AccountList list(
            @BeanParam CreatorPath path,
            @Parameter(description = "Tier scheme; see /v1/tier-schemes.", example = "hypeauditor")
                    @QueryParam("tierScheme")
                    @DefaultValue(TierSchemes.DEFAULT)
                    @Pattern(regexp = TierSchemes.ID_PATTERN)
                    String tierScheme,
            @Parameter(
                            description = "Definition of engagement; see /v1/engagement-definitions.",
                            example = "views-mean")
                    @QueryParam("engagement")
                    @DefaultValue(EngagementDefinitions.DEFAULT)
                    @Pattern(regexp = EngagementDefinitions.ID_PATTERN)
                    String definition,
            @Parameter(description = "Days of history, up to the last observation, behind growth and activity.")
                    @QueryParam("days")
                    @DefaultValue("365")
                    @Min(1)
                    @Max(36_500)
                    int days) {
        TierScheme scheme = TierSchemes.named(tierScheme);
        AccountService.Reports reports =
                accounts.reports(path.creatorId(), EngagementDefinitions.named(definition), days);
        return AccountList.of(reports, scheme, definition);
    }
}
