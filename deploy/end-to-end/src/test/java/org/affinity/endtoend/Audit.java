package org.affinity.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.affinity.endtoend.EventLog.Event;
import org.affinity.endtoend.Ledger.Balance;
import org.affinity.endtoend.Ledger.Kind;
import org.affinity.local.TestStackClient.Database;

/** Asks each owner, and each service that was told by events, what there is, and compares it with the ledger. */
final class Audit {

    private static final List<String> CONSUMER_GROUPS = List.of(
            "profile-service",
            "campaign-service",
            "matching-service",
            "reporting-service",
            "reporting-service-webhooks");

    private final ServiceStack stack;
    private final ApiClient client;
    private final Callers callers;
    private final Ledger ledger;
    private final MainLine line;
    private final EventLog log;

    Audit(ServiceStack stack, ApiClient client, Ledger ledger, MainLine line) {
        this.stack = stack;
        this.client = client;
        this.callers = stack.callers();
        this.ledger = ledger;
        this.line = line;
        this.log = new EventLog(stack.bootstrapServers(), stack.topicPrefix());
    }

    /** Waits until no event is under way any more. */
    void awaitQuiet() {
        new EventTraffic(stack, log, CONSUMER_GROUPS).awaitEnd();
    }

    /** Rows of all four databases together. */
    long count(String query) {
        return Arrays.stream(Service.values())
                .mapToLong(service -> count(stack.database(service), query))
                .sum();
    }

    static long count(Database database, String query) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Balance> balances(Map<String, String> webhookEndpoints) {
        List<Event> events = log.read();
        return List.of(
                Balance.of(Kind.CREATOR, ledger.of(Kind.CREATOR), creators()),
                Balance.of(Kind.CAMPAIGN, ledger.of(Kind.CAMPAIGN), campaigns()),
                Balance.of(Kind.MATCH, union(ledger.of(Kind.MATCH), ledger.of(Kind.PROPOSAL)), matches()),
                Balance.of(Kind.COLLABORATION, ledger.of(Kind.COLLABORATION), collaborations()),
                Balance.of(Kind.POST, ledger.of(Kind.POST), posts()),
                Balance.of(Kind.READING, ledger.of(Kind.READING), readings()),
                Balance.of(Kind.RESULT, numbered(line.collaborators()), results()),
                Balance.of(Kind.REPORT, line.campaigns().keySet(), reports()),
                events(events),
                deliveries(events, webhookEndpoints));
    }

    private List<String> creators() {
        return ids(client.list(stack.at(Service.PROFILE, "/v1/creators"), callers.operator()), "creatorId");
    }

    private List<String> campaigns() {
        return ofEachOrganisation(
                token -> client.list(stack.at(Service.CAMPAIGN, "/v1/campaigns"), token), "campaignId");
    }

    private List<String> matches() {
        return ofEachOrganisation(token -> client.list(stack.at(Service.MATCHING, "/v1/matches"), token), "matchId");
    }

    private List<String> collaborations() {
        return ofEachOrganisation(
                token -> client.list(stack.at(Service.CAMPAIGN, "/v1/collaborations"), token), "collaborationId");
    }

    private List<String> posts() {
        return ofEachOrganisation(token -> client.list(stack.at(Service.REPORTING, "/v1/posts"), token), "postId");
    }

    /** A post's version is 1, and one more with each reading. */
    private List<String> readings() {
        List<String> readings = new ArrayList<>();
        for (String organisation : MainLine.ORGANISATIONS) {
            for (JsonNode post : client.list(stack.at(Service.REPORTING, "/v1/posts"), callers.brand(organisation))) {
                for (int reading = 1; reading < post.path("version").asInt(); reading++) {
                    readings.add(post.path("postId").asText() + "#" + reading);
                }
            }
        }
        return readings;
    }

    /** What profile-service made of the results: the collaborations that each creator has completed. */
    private List<String> results() {
        List<String> results = new ArrayList<>();
        for (JsonNode creator : client.list(stack.at(Service.PROFILE, "/v1/creators"), callers.operator())) {
            int completed = creator.at("/trackRecord/completedCollaborations").asInt();
            results.addAll(
                    Collections.nCopies(completed, creator.path("creatorId").asText()));
        }
        return numbered(results);
    }

    private List<String> reports() {
        return ofEachOrganisation(
                token -> client.list(stack.at(Service.REPORTING, "/v1/reports"), token), "campaignId");
    }

    /** Each step of an aggregate is published under one event id, however often it was sent. */
    private static Balance events(List<Event> events) {
        List<String> steps = events.stream().map(Event::step).distinct().toList();
        List<String> published = events.stream()
                .map(event -> event.id() + " " + event.step())
                .distinct()
                .map(event -> event.substring(event.indexOf(' ') + 1))
                .toList();
        return Balance.of(Kind.EVENT, steps, published);
    }

    /** Each event that an endpoint asked for has one delivery to it. */
    private Balance deliveries(List<Event> events, Map<String, String> endpoints) {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        endpoints.forEach((organisation, endpointId) -> {
            events.stream()
                    .filter(event ->
                            event.data().path("organisationId").asText().equals(organisation))
                    .filter(event -> WebhookReceivers.EVENT_TYPES.contains(event.type()))
                    .forEach(event -> expected.add(event.id()));
            URI address = stack.at(Service.REPORTING, "/v1/webhook-deliveries?endpointId=" + endpointId);
            found.addAll(ids(client.list(address, callers.brand(organisation)), "eventId"));
        });
        return Balance.of(Kind.WEBHOOK_DELIVERY, expected, found);
    }

    /** Events that stand on the topics more than once: sent again because an acknowledgement was lost. */
    long sentAgain() {
        List<Event> events = log.read();
        return events.size() - events.stream().map(Event::id).distinct().count();
    }

    private List<String> ofEachOrganisation(Function<String, List<JsonNode>> list, String field) {
        return MainLine.ORGANISATIONS.stream()
                .flatMap(organisation -> ids(list.apply(callers.brand(organisation)), field).stream())
                .toList();
    }

    private static List<String> ids(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asText()).toList();
    }

    /** Makes the second, third … occurrence of an id distinct, so that occurrences can be compared. */
    private static List<String> numbered(List<String> ids) {
        List<String> sorted = ids.stream().sorted().toList();
        List<String> numbered = new ArrayList<>();
        for (int index = 0; index < sorted.size(); index++) {
            numbered.add(sorted.get(index) + "#" + (index - sorted.indexOf(sorted.get(index))));
        }
        return numbered;
    }

    private static Set<String> union(List<String> one, List<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
