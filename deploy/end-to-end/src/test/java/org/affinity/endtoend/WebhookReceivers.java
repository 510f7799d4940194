package org.affinity.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One webhook endpoint for each organisation. Its name resolves to a public address while it is registered and to
 * loopback ever after, so that the guard refuses every attempt: the deliveries can be counted, and no packet leaves.
 */
final class WebhookReceivers {

    static final Set<String> EVENT_TYPES = Set.of(
            "campaign.campaign.published.v1",
            "campaign.campaign.closed.v1",
            "campaign.collaboration.accepted.v1",
            "reporting.report.completed.v1");

    private static final String HOST = "hooks.example.com";

    private WebhookReceivers() {}

    /** Registers the endpoints; their ids by organisation. */
    static Map<String, String> register(ServiceStack stack, ApiClient client) {
        Callers callers = stack.callers();
        stack.nameHost(HOST, "9.9.9.9");
        Map<String, String> endpoints = MainLine.ORGANISATIONS.stream()
                .collect(Collectors.toMap(
                        organisation -> organisation,
                        organisation -> client.post(
                                        stack.at(Service.REPORTING, "/v1/webhook-endpoints"),
                                        callers.brand(organisation),
                                        MainLine.json("{\"url\": \"https://%s/affinity\", \"eventTypes\": %s}"
                                                .formatted(HOST, quoted())))
                                .path("endpointId")
                                .asText()));
        stack.nameHost(HOST, "127.0.0.1");
        return endpoints;
    }

    private static List<String> quoted() {
        return EVENT_TYPES.stream().map(type -> '"' + type + '"').toList();
    }
}
