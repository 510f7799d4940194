package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/** Random candidates and briefs that are the same for the same seed. */
final class RandomPool {

    /** Those that have a code, and one that was added later. */
    private static final List<Platform> PLATFORMS = Stream.concat(
                    Stream.of(Platform.values()), Stream.of(new Platform("ADDED_LATER")))
            .toList();

    private static final List<String> TOPICS = List.of(
            "cooking", "cuisine", "recettes", "travel", "voyages", "sport", "beauty", "gaming", "garden", "slow life");
    private static final List<String> COUNTRIES = List.of("FR", "BE", "CA");
    private static final List<String> LANGUAGES = List.of("fr", "en", "nl");
    private static final List<String> BRANDS = List.of("Maison Verte", "Soupe & Cie", "Aero", "L'Étoile SA");
    private static final List<String> SECTORS = List.of("1123", "1383", "1548", "1007");
    private static final List<String> CATEGORIES = List.of("216", "217", "539", "653", "672", "553");
    private static final List<String> CAUSES = List.of("food-aid", "housing", "research");
    private static final List<ContentFormat> FORMATS =
            List.of(ContentFormat.REEL, ContentFormat.STORY, ContentFormat.VIDEO);
    private static final List<String> CITIES = List.of("Lyon", "Paris", "Saint-Étienne");
    private static final List<String> AGE_BANDS = List.of("18-24", "25-34", "35-44", "65+");
    private static final List<String> GENDERS = List.of("FEMALE", "MALE", "OTHER");
    private static final List<String> TEXTS = List.of(
            "voyage",
            "avion",
            "cooking",
            "recettes",
            "Maison",
            "Verte",
            "maisonverte",
            "tennis",
            "photographer",
            "the",
            "makeup",
            "aero",
            "soupe");

    private final RandomGenerator random;

    /** Where not null, who tells all figures. */
    private final MetricSource source;

    RandomPool(long seed) {
        this(seed, null);
    }

    RandomPool(long seed, MetricSource source) {
        this.source = source;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<Candidate> candidates(int count) {
        return IntStream.range(0, count).mapToObj(this::candidate).toList();
    }

    Brief brief() {
        BriefBuilder brief = BriefBuilder.brief()
                .objective(one(List.of(Aim.values())), one(List.of(Kpi.values())), "" + random.nextInt(1, 100_000))
                .engagementType(one(List.of(EngagementType.values())))
                .budget("" + random.nextInt(0, 20_000))
                .maxCreators(random.nextInt(1, 20));
        if (random.nextBoolean()) {
            brief.topics(one(TOPICS), one(TOPICS)).countries(one(COUNTRIES)).languages(one(LANGUAGES));
        }
        if (random.nextBoolean()) {
            brief.platforms(one(PLATFORMS)).tiers(one(List.of(Tier.values())));
        }
        if (random.nextBoolean()) {
            brief.description(some(TEXTS)).brand(one(BRANDS));
        }
        if (random.nextInt(3) == 0) {
            brief.target(target());
        }
        return brief.conditions(conditions()).build();
    }

    private Target target() {
        return new Target(
                set(AGE_BANDS),
                set(GENDERS),
                random.nextInt(4) == 0
                        ? set(CITIES).stream()
                                .map(city -> new Place("FR", city))
                                .collect(Collectors.toSet())
                        : null,
                set(CATEGORIES),
                random.nextInt(3) == 0 ? random.nextInt(1, 11) / 10.0 : null);
    }

    private Conditions conditions() {
        return Asked.conditions(
                random.nextInt(4) == 0 ? one(SECTORS) : null,
                formats(),
                random.nextInt(3) == 0 ? set(BRANDS) : Set.of(),
                maybe(random.nextInt(1, 1_200)),
                set(CAUSES),
                random.nextInt(4) == 0 ? new Place(one(COUNTRIES), one(CITIES)) : null,
                random.nextInt(3) == 0
                        ? List.of(new Habit("pets", Set.of("dog")), new Habit("household-size", Set.of("1", "2")))
                        : List.of(),
                random.nextInt(5) == 0 ? Set.of(one(TOPICS)) : Set.of(),
                random.nextInt(3) == 0 ? new SolicitationCap(maybe(random.nextInt(6)), null) : null);
    }

    private Set<ContentFormat> formats() {
        return switch (random.nextInt(6)) {
            case 0 -> Set.of(one(FORMATS));
            case 1 -> Set.of(ContentFormat.REEL, ContentFormat.VIDEO);
            case 2 -> Set.of(ContentFormat.ARTICLE);
            case 3 ->
                random.nextBoolean() ? Set.of(ContentFormat.STORY) : Set.of(ContentFormat.STORY, ContentFormat.REEL);
            default -> Set.of();
        };
    }

    private Set<String> set(List<String> values) {
        Set<String> chosen = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            chosen.add(one(values));
        }
        return chosen;
    }

    private String some(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(one(words)).append(' ');
        }
        return text.toString();
    }

    private Candidate candidate(int number) {
        CandidateBuilder candidate = CandidateBuilder.candidate(number)
                .country(maybe(one(COUNTRIES)))
                .birthYear(maybe(random.nextInt(1960, 2015)))
                .completed(random.nextInt(4));
        if (random.nextInt(20) == 0) {
            candidate.withdrawn();
        }
        if (random.nextInt(3) == 0) {
            candidate.topics().languages();
        } else {
            candidate.topics(one(TOPICS), one(TOPICS)).languages(one(LANGUAGES));
        }
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            long followers = (long) Math.pow(10, random.nextDouble(0, 7));
            Platform platform = one(PLATFORMS);
            if (random.nextBoolean()) {
                rates(candidate, platform);
            }
            candidate.account(
                    platform,
                    maybe(followers),
                    maybe(random.nextDouble(0, 0.2)),
                    random.nextBoolean() ? null : (Long) (followers / 3));
            audienceOf(candidate);
        }
        for (EngagementType type : EngagementType.values()) {
            if (random.nextInt(3) == 0) {
                String fee = random.nextInt(0, 3_000) + one(List.of("", ".5", ".005"));
                if (random.nextInt(9) == 0) {
                    candidate.available(type, fee, "USD");
                } else {
                    candidate.available(type, maybe(fee), terms());
                }
            }
        }
        moreOf(candidate);
        return source == null ? candidate.build() : candidate.source(source).build();
    }

    private void moreOf(CandidateBuilder candidate) {
        if (random.nextBoolean()) {
            candidate.bio(some(TEXTS));
        }
        if (random.nextInt(3) == 0) {
            candidate.brand(one(List.of(BrandRelation.values())), one(BRANDS), maybe(one(SECTORS)));
        }
        if (random.nextInt(3) == 0) {
            candidate.workedWith(one(BRANDS), LocalDate.parse(date(-1_500, 1)));
        }
        if (random.nextInt(3) == 0) {
            candidate.niche(one(CATEGORIES)).causes(one(CAUSES)).languageLevel(one(LANGUAGES), "B1");
        }
        if (random.nextInt(3) == 0) {
            candidate.answer("pets", one(List.of("dog", "cat"))).livesIn(one(COUNTRIES), one(CITIES));
        }
        if (random.nextBoolean()) {
            candidate.answer("household-size", "" + random.nextInt(1, 4));
        }
        if (random.nextInt(3) == 0) {
            candidate.invited(random.nextInt(7), random.nextInt(12), maybe(random.nextDouble()), day(-60, 1));
        }
        if (random.nextInt(8) == 0) {
            candidate.pausesPaidWork(date(-30, 60), random.nextBoolean() ? null : date(60, 90));
        }
        if (random.nextInt(12) == 0) {
            candidate.mayTakePart(date(-400, 40), random.nextBoolean() ? null : date(40, 90));
        }
    }

    private void rates(CandidateBuilder candidate, Platform platform) {
        for (ContentFormat format : FORMATS) {
            Money price = new Money(
                    new BigDecimal(one(List.of("0", "20", "120.005", "350", "9000"))),
                    random.nextInt(9) == 0 ? "USD" : "EUR");
            candidate.rate(
                    platform,
                    format,
                    price,
                    random.nextInt(4) == 0 ? new Money(BigDecimal.valueOf(200), price.currency()) : null);
        }
    }

    private void audienceOf(CandidateBuilder candidate) {
        if (random.nextBoolean()) {
            candidate.audience(AudienceDimension.COUNTRY, shares(COUNTRIES));
        }
        if (random.nextBoolean()) {
            candidate.audience(AudienceDimension.AGE_BAND, shares(AGE_BANDS));
        }
        if (random.nextInt(3) == 0) {
            candidate.audience(AudienceDimension.GENDER, shares(GENDERS));
        }
        if (random.nextInt(3) == 0) {
            candidate.audience(AudienceDimension.LANGUAGE, shares(LANGUAGES));
        }
        if (random.nextInt(3) == 0) {
            candidate.audience(AudienceDimension.INTEREST, shares(TOPICS));
        }
        if (random.nextInt(3) == 0) {
            candidate.audience(
                    AudienceDimension.CITY,
                    shares(CITIES.stream().map(city -> "FR:" + city).toList()));
        }
        if (random.nextBoolean()) {
            candidate.credibility(random.nextDouble()).lastPost(day(-200, 5));
        }
    }

    private Map<String, Double> shares(List<String> values) {
        Map<String, Double> shares = new TreeMap<>();
        double left = 1;
        for (String value : values) {
            double share = random.nextDouble(left);
            shares.put(value, share);
            left -= share;
        }
        return shares;
    }

    private AvailabilityTerms terms() {
        return switch (random.nextInt(6)) {
            case 0 -> new AvailabilityTerms(LocalDate.parse(date(-30, 70)), null, null, null, random.nextInt(70));
            case 1 -> new AvailabilityTerms(null, LocalDate.parse(date(0, 90)), 2, null, random.nextInt(40));
            case 2 -> new AvailabilityTerms(null, null, random.nextInt(3), random.nextInt(3), null);
            default -> null;
        };
    }

    /** A day, counted from the match. */
    private Instant day(int first, int last) {
        return ShippedData.AS_OF.plusSeconds(random.nextInt(first, last) * 86_400L);
    }

    private String date(int first, int last) {
        return LocalDate.ofInstant(day(first, last), ZoneOffset.UTC).toString();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
