package org.affinity.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A person who went through the whole platform asks for their data, then to be forgotten, and is. */
class ErasureIT {

    private static final String RUN = "erasure";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<Integer> EVENT_UNDER_WAY = Set.of(404, 409, 422);
    private static final String HANDLE = "zephyrine.quatrevents";
    private static final String LIST = """
            platform,handle,displayName,followers,engagementRate,country,languages,topics
            INSTAGRAM,zephyrine.quatrevents,Zephyrine Quatrevents,9000,0.05,FR,fr,beauty
            INSTAGRAM,zephyrine.quatrevents,Zephyrine Quatrevents of Vierzon,9100,0.05,FR,fr,beauty
            INSTAGRAM,somebody.else,Somebody Else,8000,0.05,FR,fr,beauty
            """;
    /** Name, handle, the words of the invitation and those of a contested datum. */
    private static final List<String> WORDS =
            List.of("quatrevents", "vierzon", "periwinkle lighthouse", "marzipan submarine");

    private static ServiceStack stack;

    private final ApiClient client = new ApiClient();
    private final Callers callers = stack.callers();
    private final String organisation = MainLine.ORGANISATIONS.getFirst();
    private final Clock clock = Clock.systemUTC();

    private String creatorId;
    private String matchId;
    private String reportPage;

    @BeforeAll
    static void startServices() {
        stack = ServiceStack.prepare(RUN, null);
        stack.startAll();
    }

    @AfterAll
    static void stopServices() {
        stack.close();
    }

    @Test
    void shouldHandOutEverythingAndThenFindNoTraceAnywhere() throws Exception {
        // Given
        Traces traces = new Traces(stack, WORDS);
        goThroughThePlatform();
        var archive = export();
        List<String> tablesBefore = traces.inDatabases();
        List<String> topicsBefore = traces.onTopics();

        // When
        JsonNode erasure = erase();
        awaitQuiet();
        traces.compact();
        Waiting.until(
                "the topics are compacted", PATIENCE, () -> traces.onTopics().isEmpty());

        // Then
        assertArchive(archive);
        assertThat(tablesBefore)
                .contains(
                        "profile-service public.creator",
                        "campaign-service public.collaboration",
                        "campaign-service public.proposal",
                        "matching-service public.candidate",
                        "matching-service public.match_run",
                        "reporting-service public.post");
        assertThat(topicsBefore).contains("profile.creator", "campaign.collaboration", "matching.match");
        assertThat(erasure.path("receipts")).hasSize(4);
        assertThat(traces.inDatabases()).isEmpty();
        assertThat(traces.onTopics()).isEmpty();
        assertThat(traces.inLogs(RUN)).isEmpty();
        assertThat(count("select count(*) from outbox")).isZero();
        assertThat(count("select count(*) from dead_letter")).isZero();
        assertWhatStays();
        assertNotTakenInAgain();
    }

    private void goThroughThePlatform() throws Exception {
        WebhookReceivers.register(stack, client);
        importList();
        creatorId = client.list(profile("/v1/creators?handle=" + HANDLE), callers.operator())
                .getFirst()
                .path("creatorId")
                .asText();
        String creator = callers.creator(creatorId);
        client.post(profile("/v1/creators/" + creatorId + "/contests"), creator, MainLine.json("""
                {"field": "country", "claim": "I live in the marzipan submarine."}"""));
        client.get(profile("/v1/creators/" + creatorId), callers.brand(organisation));
        matchId = match();
        String campaignId = publish();
        String collaborationId = invite(campaignId);
        client.post(campaign("/v1/collaborations/" + collaborationId + "/acceptance"), creator, null);
        postWithReading(collaborationId);
        client.post(campaign("/v1/campaigns/" + campaignId + "/closure"), callers.brand(organisation), null);
        shareReport(campaignId);
    }

    private JsonNode importList() {
        String importId = client.upload(profile("/v1/creator-imports"), callers.operator(), "creators.csv", LIST)
                .path("importId")
                .asText();
        URI address = profile("/v1/creator-imports/" + importId);
        Waiting.until(
                "import succeeded",
                PATIENCE,
                () -> client.get(address, callers.operator())
                        .path("state")
                        .asText()
                        .equals("SUCCEEDED"));
        return client.get(address, callers.operator());
    }

    private String match() {
        JsonNode body = MainLine.json("{\"brief\": %s}".formatted(brief()));
        return Waiting.answer(
                        "a match with the creator",
                        PATIENCE,
                        () -> Optional.of(client.post(
                                        stack.at(Service.MATCHING, "/v1/matches"), callers.brand(organisation), body))
                                .filter(match -> match.path("panel").toString().contains(creatorId)))
                .path("matchId")
                .asText();
    }

    private String publish() {
        String brand = callers.brand(organisation);
        JsonNode body = MainLine.json("{\"name\": \"Autumn\", \"brief\": %s}".formatted(brief()));
        String campaignId = client.post(campaign("/v1/campaigns"), brand, body)
                .path("campaignId")
                .asText();
        client.post(campaign("/v1/campaigns/" + campaignId + "/publication"), brand, null);
        Waiting.answer(
                "proposal", PATIENCE, () -> client.find(campaign("/v1/campaigns/" + campaignId + "/proposal"), brand));
        return campaignId;
    }

    private String invite(String campaignId) {
        JsonNode invited = client.post(
                campaign("/v1/campaigns/" + campaignId + "/invitations"),
                callers.brand(organisation),
                MainLine.json("""
                        {"creatorIds": ["%s"],
                         "message": "Dear {{displayName}}, come to the periwinkle lighthouse."}
                        """.formatted(creatorId)),
                EVENT_UNDER_WAY);
        for (JsonNode item : invited.path("items")) {
            if (item.path("creatorId").asText().equals(creatorId)) {
                return item.path("collaborationId").asText();
            }
        }
        throw new AssertionError("not invited: " + invited);
    }

    private void postWithReading(String collaborationId) {
        JsonNode post = MainLine.json(
                """
                {"collaborationId": "%s", "url": "https://www.instagram.com/%s/p/1/", "publishedAt": "%s"}
                """.formatted(collaborationId, HANDLE, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        String postId = client.post(reporting("/v1/posts"), callers.creator(creatorId), post, EVENT_UNDER_WAY)
                .path("postId")
                .asText();
        client.post(
                reporting("/v1/posts/" + postId + "/metrics"),
                callers.partner(organisation),
                MainLine.json(
                        "{\"observedAt\": \"%s\", \"impressions\": 6000, \"reach\": 4000}".formatted(clock.instant())));
    }

    private void shareReport(String campaignId) throws Exception {
        String brand = callers.brand(organisation);
        String reportId = Waiting.answer(
                "report",
                PATIENCE,
                () -> client.list(reporting("/v1/reports?campaignId=" + campaignId), brand).stream()
                        .findFirst()
                        .map(report -> report.path("reportId").asText()));
        JsonNode link = client.post(reporting("/v1/reports/" + reportId + "/share-links"), brand, MainLine.json("{}"));
        reportPage = URI.create(link.path("url").asText()).getPath();
        Waiting.until(
                "the result is known",
                PATIENCE,
                () -> client.get(profile("/v1/creators/" + creatorId), brand)
                                .at("/trackRecord/completedCollaborations")
                                .asInt()
                        == 1);
    }

    private Map<String, String> export() throws Exception {
        String creator = callers.creator(creatorId);
        String exportId = client.post(profile("/v1/data-exports"), creator, null)
                .path("exportId")
                .asText();
        URI address = profile("/v1/data-exports/" + exportId);
        Waiting.until(
                "the export is ready",
                PATIENCE,
                () -> client.get(address, creator).path("state").asText().equals("READY"));
        return unzip(fetch(URI.create(address + "/archive"), creator).body());
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void assertArchive(Map<String, String> archive) {
        assertThat(archive.get("profile-service/creator.json")).contains("Zephyrine Quatrevents");
        assertThat(archive.get("profile-service/account.json")).contains(HANDLE);
        assertThat(archive.get("profile-service/contest.json")).contains("marzipan submarine");
        assertThat(archive.get("profile-service/disclosure.json")).contains("PROPOSAL", "INVITATION");
        assertThat(archive.get("campaign-service/collaborations.json")).contains("periwinkle lighthouse");
        assertThat(archive.get("matching-service/selection-decisions.json")).contains("contributions");
        assertThat(archive.get("reporting-service/posts.json")).contains(HANDLE);
        assertThat(archive.get("reporting-service/metric-readings.json")).contains("6000");
        assertThat(archive.get("reporting-service/reports.json")).contains("reportId");
        assertThat(archive.toString()).doesNotContain("somebody.else");
    }

    private JsonNode erase() {
        String creator = callers.creator(creatorId);
        String erasureId = client.post(profile("/v1/erasure-requests"), creator, MainLine.json("{}"))
                .path("erasureId")
                .asText();
        return Waiting.answer(
                "the erasure is completed",
                PATIENCE,
                () -> client.find(profile("/v1/erasure-requests/" + erasureId), creator)
                        .filter(erasure -> erasure.path("state").asText().equals("COMPLETED")));
    }

    private void awaitQuiet() {
        EventLog log = new EventLog(stack.bootstrapServers(), stack.topicPrefix());
        List<String> groups = List.of("profile-service", "campaign-service", "matching-service", "reporting-service");
        new EventTraffic(stack, log, groups).awaitEnd();
    }

    private void assertWhatStays() throws Exception {
        JsonNode replay = client.get(stack.at(Service.MATCHING, "/v1/matches/" + matchId), callers.brand(organisation));
        assertThat(replay.path("redactedCreators").asInt()).isEqualTo(1);
        assertThat(replay.toString()).contains("\"redaction\":\"ERASED\"").contains("somebody.else");
        assertThat(fetch(reporting(reportPage), null).statusCode()).isEqualTo(200);
    }

    private void assertNotTakenInAgain() {
        JsonNode report = importList();
        assertThat(client.list(
                        profile("/v1/creator-imports/" + report.path("importId").asText() + "/rows?outcome=REJECTED"),
                        callers.operator()))
                .extracting(row -> row.path("reason").asText())
                .contains("OPTED_OUT");
        assertThat(client.list(profile("/v1/creators?handle=" + HANDLE), callers.operator()))
                .isEmpty();
    }

    private static HttpResponse<byte[]> fetch(URI address, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static long count(String query) {
        long sum = 0;
        for (Service service : Service.values()) {
            sum += Audit.count(stack.database(service), query);
        }
        return sum;
    }

    private static URI profile(String path) {
        return stack.at(Service.PROFILE, path);
    }

    private static URI campaign(String path) {
        return stack.at(Service.CAMPAIGN, path);
    }

    private static URI reporting(String path) {
        return stack.at(Service.REPORTING, path);
    }

    private String brief() {
        LocalDate today = LocalDate.now(clock);
        return """
                {"brand": "Maison Verte", "description": "Show the new soap at home.",
                 "objectives": [{"aim": "VISIBILITY", "kpi": "IMPRESSIONS", "target": "5000"}],
                 "audience": {"countries": ["FR"], "languages": ["fr"], "topics": ["beauty"]},
                 "platforms": ["INSTAGRAM"], "tiers": [], "engagementType": "PAID",
                 "budget": {"amount": "9000.00", "currency": "EUR"}, "maxCreators": 5,
                 "startsOn": "%s", "endsOn": "%s"}
                """.formatted(today, today.plusDays(30));
    }
}
