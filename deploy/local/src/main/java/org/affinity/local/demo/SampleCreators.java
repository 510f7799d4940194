package org.affinity.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Invents the sample creator list: people who do not exist, in the proportions of a real market. The same seed gives
 * the same list, byte for byte.
 *
 * <p>The list is a CSV as users have them: with duplicate rows, rows that cannot be read and a blank line in it.
 */
public final class SampleCreators {

    /** Columns of the list. */
    static final String HEADER = "Platform,Handle,Display Name,Country,Languages,Birth Year,Topics,Followers,"
            + "Engagement Rate,Average Views";

    private static final long SEED = 20_260_101L;
    private static final int CREATORS = 2_000;
    private static final int DECLARING = 60;
    private static final int MINORS_EVERY = 250;

    private final RandomGenerator random;
    private final Set<String> handles = new LinkedHashSet<>();
    private final List<Creator> creators;

    private SampleCreators(long seed, int count) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Creator> invented = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            invented.add(invent(index));
        }
        this.creators = List.copyOf(invented);
    }

    /** One invented creator with one account. */
    record Creator(
            String platform,
            String handle,
            String displayName,
            Market.Country country,
            int birthYear,
            List<String> topics,
            long followers,
            double engagementRate,
            long averageViews) {

        Creator {
            topics = List.copyOf(topics);
        }

        String row() {
            return String.join(
                    ",",
                    platform,
                    handle,
                    displayName,
                    country.code(),
                    country.languages(),
                    Integer.toString(birthYear),
                    String.join(";", topics),
                    Long.toString(followers),
                    String.format(Locale.ROOT, "%.4f", engagementRate),
                    Long.toString(averageViews));
        }
    }

    /** What some creators say themselves after they have been listed: what they ask, or that they ask nothing. */
    record Declaration(String platform, String handle, String engagementType, String feeInEuro) {}

    /** The sample that ships. */
    public static SampleCreators standard() {
        return new SampleCreators(SEED, CREATORS);
    }

    static SampleCreators of(long seed, int count) {
        return new SampleCreators(seed, count);
    }

    List<Creator> creators() {
        return creators;
    }

    /** The list as a CSV text. */
    public String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        creators.forEach(creator -> lines.add(creator.row()));
        int size = creators.size();
        lines.add(size / 2, "");
        for (int index = 1; index <= 3; index++) {
            lines.add(creators.get(size * index / 4).row());
        }
        for (int index = 1; index <= 2; index++) {
            Creator twice = creators.get(size * index / 3);
            lines.add(twice.row().replace("," + twice.followers() + ",", "," + (twice.followers() + 7) + ","));
        }
        lines.add("INSTAGRAM,,Nobody Knows,FR,fr,1990,food,1200,0.0300,400");
        lines.add("INSTAGRAM,too.many.followers,Lots Of Them,FR,fr,1990,food,many,0.0300,400");
        return String.join("\n", lines) + "\n";
    }

    /** Every so many creators says what it asks: a fee in proportion to its audience, or nothing at all. */
    List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        int step = Math.max(1, creators.size() / DECLARING);
        for (int index = 0; index < creators.size(); index += step) {
            Creator creator = creators.get(index);
            boolean volunteer = declarations.size() % 4 == 3;
            declarations.add(new Declaration(
                    creator.platform(),
                    creator.handle(),
                    volunteer ? "VOLUNTEER" : "PAID",
                    volunteer ? null : fee(creator)));
        }
        return declarations;
    }

    private static String fee(Creator creator) {
        long euro = Math.round(30 + Math.pow((double) creator.followers(), 0.75) * (0.5 + creator.engagementRate()));
        return (euro / 10 * 10) + ".00";
    }

    private Creator invent(int index) {
        Market.Country country = Market.country(random.nextDouble());
        String given = pick(country.givenNames());
        String family = pick(country.familyNames());
        Market.Tier tier = Market.tier(random.nextDouble());
        long followers = tier.followers(random.nextDouble());
        double rate = Math.clamp(tier.engagement() * Math.exp(0.5 * random.nextGaussian()), 0.0005, 0.35);
        int birthYear = index % MINORS_EVERY == MINORS_EVERY - 1 ? 2011 + random.nextInt(4) : 1948 + random.nextInt(60);
        long views = Math.round(followers * Math.min(1.5, rate * (4 + 4 * random.nextDouble())));
        return new Creator(
                Market.platform(random.nextDouble()),
                handle(given, family),
                given + " " + family,
                country,
                birthYear,
                topics(),
                followers,
                rate,
                views);
    }

    private List<String> topics() {
        Set<String> topics = new LinkedHashSet<>();
        int wanted = 1 + random.nextInt(3);
        while (topics.size() < wanted) {
            topics.add(pick(Market.TOPICS));
        }
        return List.copyOf(topics);
    }

    private String handle(String given, String family) {
        String plain = Market.plain(given) + pick(List.of("", ".", "_")) + Market.plain(family);
        String handle = plain;
        while (!handles.add(handle)) {
            handle = plain + (1 + random.nextInt(999));
        }
        return handle;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
