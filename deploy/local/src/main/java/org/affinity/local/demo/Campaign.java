package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One campaign from its brief to its report, over the public API only; the people in it are simulated. */
final class Campaign {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String MESSAGE = "Bonjour {{displayName}}, {{brand}} would love to see {{handle}} in"
            + " {{campaign}}. Would you like to take part?";

    private final ApiClient api;
    private final ServiceAddresses services;
    private final TokenFactory tokens;
    private final Clock clock;
    private final SimulatedWorld world;
    private String campaignId;

    Campaign(ApiClient api, ServiceAddresses services, TokenFactory tokens, Clock clock, SimulatedWorld world) {
        this.api = api;
        this.services = services;
        this.tokens = tokens;
        this.clock = clock;
        this.world = world;
    }

    /** The brand posts the brief as a draft. */
    JsonNode create(Map<String, Object> brief) throws ApiException {
        JsonNode campaign = api.post(
                        services.campaign(),
                        "/v1/campaigns",
                        tokens.brand(),
                        ApiClient.body(Map.of("name", "Everyday refill", "brief", brief)))
                .body();
        campaignId = campaign.path("campaignId").asText();
        return campaign;
    }

    String campaignId() {
        return campaignId;
    }

    /** Publishes the brief and waits for mechanic and panel; the panel may be empty. */
    JsonNode publish() throws ApiException {
        String path = "/v1/campaigns/" + campaignId;
        api.post(services.campaign(), path + "/publication", tokens.brand(), null);
        return Await.answer(
                "the proposal for campaign " + campaignId,
                () -> Optional.of(api.get(services.campaign(), path + "/proposal", tokens.brand())
                        .body()),
                NOT_FOUND);
    }

    /** What matching says of the panel: what it should bring, or why it is empty. */
    JsonNode panelPlan(JsonNode proposal) throws ApiException {
        return api.get(
                        services.matching(),
                        "/v1/matches/" + proposal.path("matchId").asText(),
                        tokens.brand())
                .body()
                .path("panelPlan");
    }

    /** Invites the whole panel; the collaborations it began. */
    JsonNode invite() throws ApiException {
        return api.post(
                        services.campaign(),
                        "/v1/campaigns/" + campaignId + "/invitations",
                        tokens.brand(),
                        ApiClient.body(Map.of("message", MESSAGE)))
                .body()
                .path("items");
    }

    /** Every invited creator answers with a token of their own; returns the accepted collaborations. */
    List<JsonNode> answer(JsonNode invitations) throws ApiException {
        List<JsonNode> accepted = new ArrayList<>();
        for (JsonNode invitation : invitations) {
            String handle = invitation.path("handle").asText();
            String token = tokens.creator(invitation.path("creatorId").asText());
            String path =
                    "/v1/collaborations/" + invitation.path("collaborationId").asText();
            // Somebody has to say yes, or there is nothing to measure.
            if (world.accepts(handle) || (accepted.isEmpty() && isLast(invitation, invitations))) {
                accepted.add(api.post(services.campaign(), path + "/acceptance", token, null)
                        .body());
            } else {
                api.post(
                        services.campaign(),
                        path + "/refusal",
                        token,
                        ApiClient.body(Map.of("reason", world.reasonToRefuse(handle))));
            }
        }
        return accepted;
    }

    private static boolean isLast(JsonNode invitation, JsonNode invitations) {
        return invitation.equals(invitations.path(invitations.size() - 1));
    }

    /**
     * A partner that is connected to the platforms records each post and what the platform counts; returns how many.
     */
    int publishPosts(List<JsonNode> collaborations) throws ApiException {
        for (JsonNode collaboration : collaborations) {
            publishPost(collaboration);
        }
        return collaborations.size();
    }

    private void publishPost(JsonNode collaboration) throws ApiException {
        String handle = collaboration.path("handle").asText();
        String collaborationId = collaboration.path("collaborationId").asText();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("collaborationId", collaborationId);
        post.put("url", "https://social.example/" + handle + "/" + collaborationId);
        post.put("publishedAt", now.toString());
        String postId = Await.answer(
                "the collaboration's arrival in reporting",
                () -> Optional.of(api.post(services.reporting(), "/v1/posts", tokens.partner(), ApiClient.body(post))
                        .body()
                        .path("postId")
                        .asText()),
                NOT_FOUND,
                CONFLICT);
        JsonNode account = account(collaboration);
        Map<String, Object> reading = new LinkedHashMap<>();
        reading.put("observedAt", now.toString());
        reading.putAll(world.figures(
                handle,
                account.path("followers").asLong(),
                account.path("engagementRate").asDouble()));
        api.post(services.reporting(), "/v1/posts/" + postId + "/metrics", tokens.partner(), ApiClient.body(reading));
    }

    private JsonNode account(JsonNode collaboration) throws ApiException {
        String accountId = collaboration.path("accountId").asText();
        JsonNode creator = api.get(
                        services.profile(),
                        "/v1/creators/" + collaboration.path("creatorId").asText(),
                        tokens.operator())
                .body();
        return creator.path("accounts")
                .valueStream()
                .filter(account -> account.path("accountId").asText().equals(accountId))
                .findFirst()
                .orElse(creator.path("accounts").path(0));
    }

    /** Closes the campaign and waits for its report. */
    JsonNode close() throws ApiException {
        api.post(services.campaign(), "/v1/campaigns/" + campaignId + "/closure", tokens.brand(), null);
        return Await.answer(
                "the report of campaign " + campaignId,
                () -> Optional.of(api.get(services.reporting(), "/v1/reports?campaignId=" + campaignId, tokens.brand())
                                .body()
                                .path("items")
                                .path(0))
                        .filter(report -> report.has("reportId")));
    }

    /** Makes a link to the report's page and opens it as a stranger would. */
    URI share(JsonNode report) throws ApiException {
        URI link = URI.create(api.post(
                        services.reporting(),
                        "/v1/reports/" + report.path("reportId").asText() + "/share-links",
                        tokens.brand(),
                        ApiClient.body(Map.of()))
                .body()
                .path("url")
                .asText());
        int status = api.open(link);
        if (status != 200) {
            throw new ApiException(status, "the report page " + link + " answered " + status);
        }
        return link;
    }
}
