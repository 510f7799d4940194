package org.affinity.profile.search;

import io.agroal.api.AgroalDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Platform;

import static org.affinity.profile.ProfileApi.as;

/** Random creators that all have one topic of their own, as the API took them in. */
public final class Population {

    private static final List<String> NAMES =
            List.of("Léa", "Lea", "Zoé", "Łukasz", "Jürgen", "Œuvre", "ana", "Ángel", "Straße", "Çelik", "Bo");
    private static final List<String> WORDS = List.of("soupe", "crème brûlée", "Vélo!", "chess", "L'été", "a", "42");
    static final Instant FIRST_MOMENT = Instant.parse("2026-01-01T00:00:00Z");
    static final List<String> COUNTRIES = List.of("FR", "BE", "US");
    static final List<String> LANGUAGES = List.of("fr", "en-GB", "en", "pt-BR");
    static final List<String> TOPICS = List.of("food", "home decor", "it's", "chess", "back\\slash");

    private Population() {}

    /** An account as it was declared. */
    public record Account(Platform platform, String handle, Long followers, BigDecimal rate, Instant observedAt) {}

    /** An offer as it was declared. */
    public record Offer(EngagementType type, BigDecimal fee, String currency) {}

    /** A creator as it was declared. */
    public record Member(
            UUID id,
            String name,
            String bio,
            String country,
            List<String> languages,
            List<String> topics,
            Integer birthYear,
            List<Account> accounts,
            List<Offer> offers,
            int completed,
            boolean withdrawn,
            Instant updatedAt) {}

    /** Creates so many creators with this topic. */
    public static List<Member> of(int size, String topic, RandomGenerator random, AgroalDataSource dataSource)
            throws Exception {
        var members = new ArrayList<Member>();
        for (int i = 0; i < size; i++) {
            members.add(add(topic, random, dataSource));
        }
        return members;
    }

    private static Member add(String topic, RandomGenerator random, AgroalDataSource dataSource) throws Exception {
        String name = one(NAMES, random) + " " + one(NAMES, random);
        String bio = random.nextInt(3) == 0 ? null : one(WORDS, random) + " " + one(WORDS, random);
        String country = random.nextInt(4) == 0 ? null : one(COUNTRIES, random);
        List<String> languages = some(LANGUAGES, random);
        List<String> topics = new ArrayList<>(some(TOPICS, random));
        topics.add(topic);
        Integer birthYear = random.nextInt(3) == 0 ? null : random.nextInt(2000, 2015);
        List<Account> accounts = accounts(random);
        List<Offer> offers = offers(random);
        UUID id = UUID.fromString(as(Tokens.operator())
                .body(body(name, bio, country, languages, topics, birthYear, accounts, offers))
                .post("/v1/creators")
                .then()
                .statusCode(201)
                .extract()
                .path("creatorId"));
        int completed = random.nextInt(3);
        boolean withdrawn = random.nextInt(8) == 0;
        Instant updatedAt = moment(random);
        Tenancy.callAsSystem(() -> settle(id, accounts, completed, withdrawn, updatedAt, dataSource));
        return new Member(
                id, name, bio, country, languages, topics, birthYear, accounts, offers, completed, withdrawn,
                updatedAt);
    }

    /** What the API does not let a test choose. */
    private static int settle(
            UUID id,
            List<Account> accounts,
            int completed,
            boolean withdrawn,
            Instant updatedAt,
            AgroalDataSource dataSource)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement observed = connection.prepareStatement(
                        "update account set observed_at = ? where creator_id = ? and position = ?");
                PreparedStatement update = connection.prepareStatement(
                        "update creator set completed_collaborations = ?, status = ?, updated_at = ?, version = 2"
                                + " where id = ?")) {
            for (int i = 0; i < accounts.size(); i++) {
                observed.setObject(1, accounts.get(i).observedAt().atOffset(ZoneOffset.UTC));
                observed.setObject(2, id);
                observed.setInt(3, i);
                observed.executeUpdate();
            }
            update.setInt(1, completed);
            update.setString(2, withdrawn ? "WITHDRAWN" : "ACTIVE");
            update.setObject(3, updatedAt.atOffset(ZoneOffset.UTC));
            update.setObject(4, id);
            return update.executeUpdate();
        }
    }

    private static Map<String, Object> body(
            String name,
            String bio,
            String country,
            List<String> languages,
            List<String> topics,
            Integer birthYear,
            List<Account> accounts,
            List<Offer> offers) {
        var body = new HashMap<String, Object>();
        body.put("displayName", name);
        body.put("bio", bio);
        body.put("country", country);
        body.put("languages", languages);
        body.put("topics", topics);
        body.put("birthYear", birthYear);
        body.put("accounts", accounts.stream().map(Population::body).toList());
        body.put("availability", offers.stream().map(Population::body).toList());
        return body;
    }

    private static Map<String, Object> body(Account account) {
        var body = new HashMap<String, Object>();
        body.put("platform", account.platform());
        body.put("handle", account.handle());
        body.put("followers", account.followers());
        body.put("engagementRate", account.rate());
        return body;
    }

    private static Map<String, Object> body(Offer offer) {
        var body = new HashMap<String, Object>();
        body.put("engagementType", offer.type());
        body.put(
                "fee",
                offer.fee() == null
                        ? null
                        : Map.of("amount", offer.fee().toPlainString(), "currency", offer.currency()));
        return body;
    }

    private static List<Account> accounts(RandomGenerator random) {
        var accounts = new ArrayList<Account>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            Platform platform = one(List.of(Platform.INSTAGRAM, Platform.TIKTOK, Platform.YOUTUBE), random);
            Long followers = random.nextInt(5) == 0 ? null : (long) Math.pow(10, 8 * random.nextDouble());
            boolean hasRate = random.nextInt(4) != 0 && (followers == null || followers > 0);
            BigDecimal rate = hasRate ? new BigDecimal(random.nextInt(1, 6)).movePointLeft(2) : null;
            String handle = one(List.of("lea", "Zoe.", "_chess"), random)
                    + UUID.randomUUID().toString().substring(0, 13);
            accounts.add(new Account(platform, handle, followers, rate, moment(random)));
        }
        return accounts;
    }

    private static List<Offer> offers(RandomGenerator random) {
        return some(List.of(EngagementType.values()), random).stream()
                .map(type -> random.nextInt(3) == 0
                        ? new Offer(type, null, null)
                        : new Offer(
                                type,
                                new BigDecimal(random.nextInt(1, 6) * 100).setScale(2),
                                one(List.of("EUR", "USD"), random)))
                .toList();
    }

    private static Instant moment(RandomGenerator random) {
        return FIRST_MOMENT.plusSeconds(random.nextInt(5));
    }

    static <T> T one(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    static <T> List<T> some(List<T> values, RandomGenerator random) {
        return values.stream().filter(value -> random.nextInt(3) == 0).toList();
    }
}
