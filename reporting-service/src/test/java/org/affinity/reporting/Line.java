package org.affinity.reporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.reporting.campaign.CampaignCopies;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;

/** A campaign of an organisation with one creator, told by events as the other services would. */
public final class Line {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final UUID organisation = UUID.randomUUID();
    public final UUID campaign = UUID.randomUUID();
    public final UUID creator = UUID.randomUUID();
    public final UUID collaboration = UUID.randomUUID();
    public final UUID objective = UUID.randomUUID();

    private Line() {}

    /** A line whose collaboration is accepted and known to the service. */
    public static Line accepted() {
        return told("ACCEPTED");
    }

    /** A line whose collaboration is known to the service in that state. */
    public static Line told(String state) {
        var line = new Line();
        line.publishCollaboration(state, 2);
        line.awaitCollaboration(state);
        return line;
    }

    /** A line of which the service knows nothing. */
    public static Line untold() {
        return new Line();
    }

    public String publishCollaboration(String state, long version) {
        String type = "campaign.collaboration." + state.toLowerCase(java.util.Locale.ROOT) + ".v1";
        return Events.publish(type, collaboration, version, collaborationEvent(type, state, version));
    }

    public ObjectNode collaborationEvent(String type, String state, long version) {
        var event = (ObjectNode) EventContracts.example(type);
        return event.put("collaborationId", collaboration.toString())
                .put("campaignId", campaign.toString())
                .put("organisationId", organisation.toString())
                .put("creatorId", creator.toString())
                .put("state", state)
                .put("version", version);
    }

    /** Publishes that the campaign is under way, and waits until the service knows it. */
    public void publishPublished() {
        var event = (ObjectNode) EventContracts.example("campaign.campaign.published.v1");
        event.put("campaignId", campaign.toString()).put("organisationId", organisation.toString());
        Events.publish("campaign.campaign.published.v1", campaign, 3, event);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Tenancy.callAsSystem(() -> Arc.container()
                        .instance(CampaignCopies.class)
                        .get()
                        .campaign(campaign)
                        .isPresent()));
    }

    /** Publishes that the campaign is closed, with one objective. */
    public String publishClosed(String kpi, String target) {
        return Events.publish("campaign.campaign.closed.v1", campaign, 4, closedEvent(kpi, target));
    }

    public ObjectNode closedEvent(String kpi, String target) {
        var event = (ObjectNode) EventContracts.example("campaign.campaign.closed.v1");
        event.put("campaignId", campaign.toString()).put("organisationId", organisation.toString());
        ((ObjectNode) event.at("/brief/objectives/0"))
                .put("objectiveId", objective.toString())
                .put("kpi", kpi)
                .put("target", target);
        return event;
    }

    public void awaitCollaboration(String state) {
        Awaitility.await().atMost(PATIENCE).until(() -> state.equals(known()));
    }

    /** The state of the copy, as the service itself sees it; null when there is none. */
    public String known() throws Exception {
        var copies = Arc.container().instance(CampaignCopies.class).get();
        return Tenancy.callAsSystem(() ->
                copies.collaboration(collaboration).map(Collaboration::state).orElse(null));
    }

    /** Closes the campaign and waits for the report; its id. */
    public UUID report(String kpi, String target) {
        publishClosed(kpi, target);
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as(brand())
                                .get("/v1/reports?campaignId=" + campaign)
                                .jsonPath()
                                .getString("items[0].reportId"),
                        java.util.Objects::nonNull)
                .transform(UUID::fromString);
    }

    public String brand() {
        return Tokens.brand(organisation);
    }

    public String partner() {
        return Tokens.partner(organisation);
    }

    public String creatorToken() {
        return Tokens.creator(creator);
    }

    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** A post recorded by that caller; its id. */
    public UUID post(String token) {
        return UUID.fromString(as(token)
                .body(postBody("https://www.instagram.com/p/" + UUID.randomUUID() + "/"))
                .post("/v1/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("postId"));
    }

    public Map<String, Object> postBody(String url) {
        return Map.of("collaborationId", collaboration.toString(), "url", url, "publishedAt", "2026-03-14T17:30:00Z");
    }

    /** Sends figures of a post. */
    public static Response measure(String token, UUID post, Map<String, Object> figures) {
        var body = new java.util.HashMap<>(figures);
        body.putIfAbsent("observedAt", Instant.parse("2026-03-21T08:00:00Z").toString());
        return as(token).body(body).post("/v1/posts/" + post + "/metrics");
    }
}
