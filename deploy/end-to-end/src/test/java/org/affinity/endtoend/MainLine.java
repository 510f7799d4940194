package org.affinity.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.affinity.endtoend.Ledger.Kind;

/**
 * The main job as its parties do it through the public API, from creators to reports. Each step is a list of small
 * pieces of work that may run at the same time; what is acknowledged goes into the ledger.
 */
final class MainLine {

    static final List<String> ORGANISATIONS = List.of(
            "0197a1b0-0000-7000-8000-000000000001",
            "0197a1b0-0000-7000-8000-000000000002",
            "0197a1b0-0000-7000-8000-000000000003");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<Integer> EVENT_UNDER_WAY = Set.of(404, 409, 422);

    private final ServiceStack stack;
    private final ApiClient client;
    private final Callers callers;
    private final Ledger ledger;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, String> organisationOfCampaign = new ConcurrentHashMap<>();
    private final Map<String, Collaboration> collaborations = new ConcurrentHashMap<>();
    private final Map<String, Collaboration> posts = new ConcurrentHashMap<>();

    MainLine(ServiceStack stack, ApiClient client, Ledger ledger) {
        this.stack = stack;
        this.client = client;
        this.callers = stack.callers();
        this.ledger = ledger;
    }

    private record Collaboration(String id, String organisationId, String creatorId) {}

    /** Uploads a list of creators; the import goes on by itself. */
    String uploadCreators(int count) {
        StringBuilder list = new StringBuilder("platform,handle,displayName,followers,country,languages,topics\n");
        for (int index = 0; index < count; index++) {
            list.append("TIKTOK,imported.%1$d,Imported %1$d,%2$d,FR,fr,beauty%n".formatted(index, 2_000 + index));
        }
        return client.upload(profile("/v1/creator-imports"), callers.operator(), "creators.csv", list.toString())
                .path("importId")
                .asText();
    }

    /** Waits for the import; its creators count as acknowledged. */
    JsonNode awaitImport(String importId) {
        URI address = profile("/v1/creator-imports/" + importId);
        Waiting.until(
                "import succeeded",
                PATIENCE,
                () -> !Set.of("PENDING", "RUNNING")
                        .contains(client.get(address, callers.operator())
                                .path("state")
                                .asText()));
        client.list(URI.create(address + "/rows?outcome=ACCEPTED"), callers.operator())
                .forEach(row -> ledger.add(Kind.CREATOR, row.path("creatorId").asText()));
        return client.get(address, callers.operator());
    }

    List<Runnable> signUps(int count) {
        return IntStream.range(0, count)
                .<Runnable>mapToObj(index -> () -> signUp(index))
                .toList();
    }

    private void signUp(int index) {
        JsonNode creator = client.post(profile("/v1/creators"), callers.operator(), json("""
                {"displayName": "Creator %1$d", "country": "FR", "languages": ["fr"], "topics": ["beauty", "home"],
                 "accounts": [{"platform": "INSTAGRAM", "handle": "creator.%1$d", "followers": %2$d,
                               "engagementRate": 0.04, "averageViews": %3$d}],
                 "availability": [{"engagementType": "PAID", "fee": {"amount": "120.00", "currency": "EUR"}}]}
                """.formatted(
                        index, 5_000 + 100 * index, 900 + index)));
        ledger.add(Kind.CREATOR, creator.path("creatorId").asText());
    }

    List<Runnable> publications(int count) {
        return IntStream.range(0, count)
                .<Runnable>mapToObj(index -> () -> publish(ORGANISATIONS.get(index % ORGANISATIONS.size()), index))
                .toList();
    }

    private void publish(String organisationId, int index) {
        String brand = callers.brand(organisationId);
        JsonNode body = json("{\"name\": \"Campaign %d\", \"brief\": %s}".formatted(index, brief()));
        String campaignId = client.post(campaign("/v1/campaigns"), brand, body)
                .path("campaignId")
                .asText();
        ledger.add(Kind.CAMPAIGN, campaignId);
        organisationOfCampaign.put(campaignId, organisationId);
        client.post(campaign("/v1/campaigns/" + campaignId + "/publication"), brand, null);
    }

    List<Runnable> matches(int count) {
        return IntStream.range(0, count)
                .<Runnable>mapToObj(index -> () -> match(ORGANISATIONS.get(index % ORGANISATIONS.size())))
                .toList();
    }

    /** Asks matching at once; the number of creators that it found fit. */
    int match(String organisationId) {
        JsonNode body = json("{\"brief\": %s}".formatted(brief()));
        JsonNode match = client.post(stack.at(Service.MATCHING, "/v1/matches"), callers.brand(organisationId), body);
        ledger.add(Kind.MATCH, match.path("matchId").asText());
        return match.path("eligibleCount").asInt();
    }

    /** Waits until every campaign has its proposal. */
    void awaitProposals() {
        organisationOfCampaign.forEach((campaignId, organisationId) -> {
            URI address = campaign("/v1/campaigns/" + campaignId + "/proposal");
            JsonNode proposal = Waiting.answer(
                    "proposal for " + campaignId, PATIENCE, () -> client.find(address, callers.brand(organisationId)));
            if (proposal.path("panel").isEmpty()) {
                throw new AssertionError("an empty panel: " + proposal);
            }
            ledger.add(Kind.PROPOSAL, proposal.path("matchId").asText());
        });
    }

    List<Runnable> invitations() {
        return organisationOfCampaign.keySet().stream()
                .<Runnable>map(campaignId -> () -> invite(campaignId))
                .toList();
    }

    private void invite(String campaignId) {
        String organisationId = organisationOfCampaign.get(campaignId);
        client.post(
                        campaign("/v1/campaigns/" + campaignId + "/invitations"),
                        callers.brand(organisationId),
                        json("{}"),
                        EVENT_UNDER_WAY)
                .path("items")
                .forEach(item -> {
                    String id = item.path("collaborationId").asText();
                    ledger.add(Kind.COLLABORATION, id);
                    collaborations.put(
                            id,
                            new Collaboration(
                                    id, organisationId, item.path("creatorId").asText()));
                });
    }

    List<Runnable> acceptances() {
        return collaborations.values().stream()
                .<Runnable>map(collaboration -> () -> client.post(
                        campaign("/v1/collaborations/" + collaboration.id + "/acceptance"),
                        callers.creator(collaboration.creatorId),
                        null))
                .toList();
    }

    /** Each creator records a post, and the partner two readings of it. */
    List<Runnable> postsWithReadings() {
        return collaborations.values().stream()
                .<Runnable>map(collaboration -> () -> publishPost(collaboration))
                .toList();
    }

    private void publishPost(Collaboration collaboration) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        JsonNode body = json("""
                {"collaborationId": "%1$s", "url": "https://www.instagram.com/p/%1$s/", "publishedAt": "%2$s"}
                """.formatted(collaboration.id, now));
        String postId = client.post(
                        reporting("/v1/posts"), callers.creator(collaboration.creatorId), body, EVENT_UNDER_WAY)
                .path("postId")
                .asText();
        ledger.add(Kind.POST, postId);
        posts.put(postId, collaboration);
        for (int reading = 1; reading <= 2; reading++) {
            JsonNode figures = json("""
                    {"observedAt": "%s", "impressions": %d, "reach": %d, "likes": 90, "comments": 10, "shares": 5,
                     "saves": 5}
                    """.formatted(clock.instant(), 3_000 * reading, 2_000 * reading));
            client.post(
                    reporting("/v1/posts/" + postId + "/metrics"),
                    callers.partner(collaboration.organisationId),
                    figures);
            ledger.add(Kind.READING, postId + "#" + reading);
        }
    }

    List<Runnable> closures() {
        return organisationOfCampaign.entrySet().stream()
                .<Runnable>map(entry -> () -> client.post(
                        campaign("/v1/campaigns/" + entry.getKey() + "/closure"),
                        callers.brand(entry.getValue()),
                        null))
                .toList();
    }

    /** Waits until every campaign has its report. */
    void awaitReports() {
        organisationOfCampaign.forEach((campaignId, organisationId) -> Waiting.until(
                "report of " + campaignId,
                PATIENCE,
                () -> !client.list(reporting("/v1/reports?campaignId=" + campaignId), callers.brand(organisationId))
                        .isEmpty()));
    }

    Map<String, String> campaigns() {
        return Map.copyOf(organisationOfCampaign);
    }

    /** The creators of all collaborations, as often as they take part. */
    List<String> collaborators() {
        return collaborations.values().stream().map(Collaboration::creatorId).toList();
    }

    Collection<String> postIds() {
        return posts.keySet();
    }

    private URI profile(String path) {
        return stack.at(Service.PROFILE, path);
    }

    private URI campaign(String path) {
        return stack.at(Service.CAMPAIGN, path);
    }

    private URI reporting(String path) {
        return stack.at(Service.REPORTING, path);
    }

    private String brief() {
        LocalDate today = LocalDate.now(clock);
        return """
                {"brand": "Maison Verte", "description": "Show the new soap at home.",
                 "objectives": [{"aim": "VISIBILITY", "kpi": "IMPRESSIONS", "target": "5000"}],
                 "audience": {"countries": ["FR"], "languages": ["fr"], "topics": ["beauty"]},
                 "platforms": ["INSTAGRAM"], "tiers": [], "engagementType": "PAID",
                 "budget": {"amount": "900.00", "currency": "EUR"}, "maxCreators": 5,
                 "startsOn": "%s", "endsOn": "%s"}
                """.formatted(today, today.plusDays(30));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
