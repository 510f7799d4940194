package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Some sample creators sign in and say what they ask, each with a token of their own. */
final class Declarations {

    private static final List<String> SENT_BACK =
            List.of("displayName", "country", "languages", "birthYear", "timeZone", "topics");
    private static final List<String> SENT_BACK_OF_ACCOUNT =
            List.of("platform", "handle", "followers", "engagementRate", "averageViews");

    private final ApiClient api;
    private final ServiceAddresses services;
    private final TokenFactory tokens;

    Declarations(ApiClient api, ServiceAddresses services, TokenFactory tokens) {
        this.api = api;
        this.services = services;
        this.tokens = tokens;
    }

    /** How many creators changed their profile; who had declared something before changes nothing. */
    int run(List<SampleCreators.Declaration> declarations) throws ApiException {
        int changed = 0;
        for (SampleCreators.Declaration declaration : declarations) {
            String query = "/v1/creators?platform=" + declaration.platform() + "&handle=" + declaration.handle();
            JsonNode found = api.get(services.profile(), query, tokens.operator())
                    .body()
                    .path("items")
                    .path(0);
            if (found.path("availability").isEmpty() && found.has("creatorId")) {
                declare(found.path("creatorId").asText(), declaration);
                changed++;
            }
        }
        return changed;
    }

    private void declare(String creatorId, SampleCreators.Declaration declaration) throws ApiException {
        String path = "/v1/creators/" + creatorId;
        String token = tokens.creator(creatorId);
        ApiClient.Reply own = api.get(services.profile(), path, token);
        api.put(services.profile(), path, token, own.entityTag(), changed(own.body(), declaration));
    }

    static ObjectNode changed(JsonNode creator, SampleCreators.Declaration declaration) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        SENT_BACK.forEach(name -> body.set(name, creator.path(name)));
        var accounts = body.putArray("accounts");
        creator.path("accounts").forEach(account -> {
            ObjectNode sent = accounts.addObject();
            SENT_BACK_OF_ACCOUNT.forEach(name -> sent.set(name, account.path(name)));
        });
        ObjectNode offer = body.putArray("availability").addObject();
        offer.put("engagementType", declaration.engagementType());
        offer.set(
                "fee",
                declaration.feeInEuro() == null
                        ? JsonNodeFactory.instance.nullNode()
                        : ApiClient.body(Map.of("amount", declaration.feeInEuro(), "currency", "EUR")));
        return body;
    }
}
