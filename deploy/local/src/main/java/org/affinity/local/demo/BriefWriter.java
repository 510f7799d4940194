package org.affinity.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Writes the brand's brief so that it suits the creators there are: their platform, where they live, what they publish
 * about, what they cost.
 */
final class BriefWriter {

    private static final int LOOKED_AT = 100;
    private static final int RANKING = 100;
    private static final int MAX_CREATORS = 10;
    /** Euros; the middle of what inzpire.me reports for Instagram over thousands of bookings, 30 to 40. */
    private static final BigDecimal USUAL_PRICE_OF_THOUSAND = new BigDecimal("35");

    private static final int COUNTRIES = 3;
    private static final int TOPICS = 3;
    private static final int MEDIAN_FEES = 10;
    private static final BigDecimal LEAST_BUDGET = new BigDecimal("5000");
    private static final String UNLIMITED = "100000000.00";
    private static final long INDEX_SETTLED_NANOS = 5_000_000_000L;

    private final ApiClient api;
    private final ServiceAddresses services;
    private final TokenFactory tokens;
    private final Clock clock;

    BriefWriter(ApiClient api, ServiceAddresses services, TokenFactory tokens, Clock clock) {
        this.api = api;
        this.services = services;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What the list holds most of. */
    record Market(String platform, List<String> countries, List<String> topics) {}

    /** Looks at creators of the list that was imported. */
    Market look(JsonNode imported) throws ApiException {
        Map<String, Integer> platforms = new HashMap<>();
        Map<String, Integer> countries = new HashMap<>();
        Map<String, Integer> topics = new HashMap<>();
        for (String creatorId : sample(imported.path("importId").asText())) {
            JsonNode creator = api.get(services.profile(), "/v1/creators/" + creatorId, tokens.operator())
                    .body();
            count(countries, creator.path("country"));
            creator.path("topics").forEach(topic -> count(topics, topic));
            creator.path("accounts").forEach(account -> count(platforms, account.path("platform")));
        }
        if (platforms.isEmpty()) {
            throw new ApiException(0, "the list holds no creator that could be invited");
        }
        return new Market(most(platforms, 1).getFirst(), most(countries, COUNTRIES), most(topics, TOPICS));
    }

    /** Some of the creators that the records of the import were taken over to. */
    private List<String> sample(String importId) throws ApiException {
        List<String> creators = new ArrayList<>();
        for (String outcome : List.of("ACCEPTED", "UPDATED")) {
            String path = "/v1/creator-imports/" + importId + "/rows?outcome=" + outcome + "&limit=" + LOOKED_AT;
            api.get(services.profile(), path, tokens.operator())
                    .body()
                    .path("items")
                    .forEach(row -> creators.add(row.path("creatorId").asText()));
        }
        return creators.stream().distinct().limit(LOOKED_AT).toList();
    }

    private static void count(Map<String, Integer> counts, JsonNode value) {
        if (value.isTextual()) {
            counts.merge(value.asText(), 1, Integer::sum);
        }
    }

    static List<String> most(Map<String, Integer> counts, int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Asks matching what the creators cost, once it knows all of them, and writes the brief. */
    Map<String, Object> write(Market market, JsonNode imported) throws ApiException {
        long known = imported.path("counts").path("accepted").asLong()
                + imported.path("counts").path("updated").asLong();
        Map<String, Object> draft = brief(market, UNLIMITED, "1000000");
        AtomicLong seen = new AtomicLong(-1);
        AtomicLong since = new AtomicLong();
        JsonNode match = Await.answer("the creators' arrival in matching", () -> {
            JsonNode answer = match(draft);
            long size = indexSize(answer);
            if (seen.getAndSet(size) != size) {
                since.set(System.nanoTime());
            }
            boolean settled = size > 0 && System.nanoTime() - since.get() > INDEX_SETTLED_NANOS;
            return Optional.of(answer).filter(_ -> size >= known || settled);
        });
        List<JsonNode> ranking = match.path("ranking").valueStream().toList();
        if (ranking.isEmpty()) {
            throw new ApiException(0, "none of the creators fits the brief: " + match.path("rejected"));
        }
        BigDecimal fee = median(ranking.stream()
                .map(creator ->
                        new BigDecimal(creator.path("price").path("amount").asText("0"))));
        String budget = budget(fee);
        return brief(market, budget, impressions(budget));
    }

    private JsonNode match(Map<String, Object> brief) throws ApiException {
        return api.post(
                        services.matching(),
                        "/v1/matches",
                        tokens.brand(),
                        ApiClient.body(Map.of("brief", brief, "k", RANKING)))
                .body();
    }

    private static long indexSize(JsonNode match) {
        return match.path("eligibleCount").asLong()
                + match.path("rejected")
                        .valueStream()
                        .mapToLong(rule -> rule.path("count").asLong())
                        .sum();
    }

    static BigDecimal median(Stream<BigDecimal> prices) {
        List<BigDecimal> sorted = prices.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** About ten median fees, in whole hundreds, and never too little to be interesting. */
    static String budget(BigDecimal medianFee) {
        BigDecimal wanted = medianFee.multiply(BigDecimal.valueOf(MEDIAN_FEES)).max(LEAST_BUDGET);
        long hundreds =
                wanted.movePointLeft(2).setScale(0, RoundingMode.CEILING).longValueExact();
        return hundreds + "00.00";
    }

    /** What the budget buys at the usual price of a thousand impressions. */
    static String impressions(String budget) {
        return new BigDecimal(budget)
                .multiply(BigDecimal.valueOf(1000))
                .divide(USUAL_PRICE_OF_THOUSAND, 0, RoundingMode.CEILING)
                .toPlainString();
    }

    private Map<String, Object> brief(Market market, String budget, String impressions) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> audience = new LinkedHashMap<>();
        audience.put("countries", market.countries());
        audience.put("languages", List.of());
        audience.put("topics", market.topics());
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("brand", "Maison Rivage");
        brief.put(
                "description",
                "Show our refillable soap in your everyday life, in your own words, and say what you think of it.");
        brief.put(
                "objectives",
                List.of(
                        objective("VISIBILITY", "IMPRESSIONS", impressions),
                        objective("CONVINCE", "ENGAGEMENT_RATE", "0.03"),
                        objective("RECRUIT", "POSTS", "3")));
        brief.put("audience", audience);
        brief.put("platforms", List.of(market.platform()));
        brief.put("tiers", List.of());
        brief.put("engagementType", "PAID");
        brief.put("budget", Map.of("amount", budget, "currency", "EUR"));
        brief.put("maxCreators", MAX_CREATORS);
        brief.put("startsOn", today.toString());
        brief.put("endsOn", today.plusDays(30).toString());
        return brief;
    }

    private static Map<String, Object> objective(String aim, String kpi, String target) {
        Map<String, Object> objective = new LinkedHashMap<>();
        objective.put("aim", aim);
        objective.put("kpi", kpi);
        objective.put("target", target);
        return objective;
    }
}
