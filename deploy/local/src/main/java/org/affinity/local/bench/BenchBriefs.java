package org.affinity.local.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Briefs as brands write them, seeded: from one country and topic to half the world. */
final class BenchBriefs {

    private static final long SEED = 20_260_301;
    private static final List<String> TOPICS = List.of(
            "food",
            "beauty",
            "fashion",
            "travel",
            "gaming",
            "fitness",
            "music",
            "home",
            "parenting",
            "photo",
            "books",
            "animals",
            "cars",
            "tech",
            "gardening");
    private static final List<String> COUNTRIES = List.of("FR", "FR", "FR", "US", "GB", "DE", "ES", "IT", "BR", "IN");
    private static final List<String> DESCRIPTIONS = List.of(
            "Recettes de saison pour les soirs de semaine, vegan et rapides.",
            "Honest reviews of a range made with love, for slow life at home.",
            "Show how quick a soup is on a weekday evening.",
            "Une crème brûlée à Lyon, un marché à Paris, tous les jours.");

    private BenchBriefs() {}

    /**
     * Requests for matches.
     *
     * @param ranked length of the ranking
     * @param more further fields of the request with a comma before each, or empty
     */
    static List<byte[]> requests(URI address, String token, int count, int ranked, String more) {
        Random random = new Random(SEED);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(PlainConnection.request(
                    address,
                    "POST",
                    "/v1/matches",
                    token,
                    null,
                    "{\"brief\":" + brief(random, i) + ",\"k\":" + ranked + more + "}"));
        }
        return requests;
    }

    private static String brief(Random random, int number) {
        return """
                {"brand":"Maison %d","description":"%s",
                 "objectives":[{"aim":"VISIBILITY","kpi":"%s","target":"50000"}],
                 "audience":{"countries":%s,"languages":%s,"topics":%s,"ageBands":%s,"genders":%s},
                 "platforms":%s,"tiers":%s,"engagementType":"PAID",
                 "budget":{"amount":"%d.00","currency":"EUR"},"maxCreators":%d,
                 "startsOn":"2027-03-01","endsOn":"2027-03-31"}""".formatted(
                        number,
                        pick(DESCRIPTIONS, random),
                        random.nextBoolean() ? "IMPRESSIONS" : "ENGAGEMENTS",
                        random.nextInt(4) == 0 ? "[]" : "[\"" + pick(COUNTRIES, random) + "\"]",
                        random.nextInt(3) == 0 ? "[\"fr\"]" : "[]",
                        "[\"" + pick(TOPICS, random) + "\",\"" + pick(TOPICS, random) + "\"]",
                        random.nextBoolean() ? "[\"18-24\",\"25-34\"]" : "null",
                        random.nextInt(3) == 0 ? "[\"FEMALE\"]" : "null",
                        random.nextBoolean() ? "[\"INSTAGRAM\"]" : "[]",
                        random.nextInt(3) == 0 ? "[\"NANO\",\"MICRO\"]" : "[]",
                        2_000 + random.nextInt(30_000),
                        5 + random.nextInt(20));
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
