package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.FigureOrigin;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Niche;
import org.affinity.matching.candidate.domain.PaidPause;
import org.affinity.matching.candidate.domain.PlaceKey;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.RatedContent;
import org.affinity.matching.candidate.domain.Responsiveness;
import org.affinity.matching.candidate.domain.SelfDescription;

/** Makes candidates; without further ado an adult French cook on Instagram who said nothing of fees. */
final class CandidateBuilder {

    static final Instant OBSERVED_AT = Instant.parse("2026-01-15T08:00:00Z");

    private final long number;
    private long version = 1;
    private boolean active = true;
    private String country = "FR";
    private Set<String> languages = Set.of("fr");
    private Integer birthYear = 1994;
    private Set<String> topics = Set.of("cooking");
    private final List<Account> accounts = new ArrayList<>();
    private final List<Availability> availability = new ArrayList<>();
    private int completed;
    private AgeClearance ageClearance;
    private PaidPause paidPause;
    private final List<RatedContent> rateCard = new ArrayList<>();
    private Responsiveness responsiveness;
    private String bio;
    private final SortedMap<String, String> languageLevels = new TreeMap<>();
    private final List<Niche> niches = new ArrayList<>();
    private final List<BrandTie> brands = new ArrayList<>();
    private final Set<String> causes = new TreeSet<>();
    private final SortedMap<String, List<String>> answers = new TreeMap<>();
    private UUID linkedTo;
    private Set<String> contested = Set.of();
    private String handle;

    private CandidateBuilder(long number) {
        this.number = number;
    }

    static CandidateBuilder candidate(long number) {
        return new CandidateBuilder(number);
    }

    static UUID id(long number) {
        return new UUID(0x7000, number);
    }

    CandidateBuilder version(long value) {
        version = value;
        return this;
    }

    CandidateBuilder withdrawn() {
        active = false;
        return this;
    }

    CandidateBuilder country(String value) {
        country = value;
        return this;
    }

    CandidateBuilder languages(String... values) {
        languages = Set.of(values);
        return this;
    }

    CandidateBuilder birthYear(Integer value) {
        birthYear = value;
        return this;
    }

    CandidateBuilder topics(String... values) {
        topics = Set.copyOf(List.of(values));
        return this;
    }

    CandidateBuilder account(Platform platform, Long followers, Double engagementRate) {
        return account(platform, followers, engagementRate, null);
    }

    CandidateBuilder account(Platform platform, Long followers, Double engagementRate, Long averageViews) {
        UUID accountId = new UUID(0x7001, number * 10 + accounts.size());
        accounts.add(new Account(
                accountId,
                platform,
                handle == null ? "handle" + number : handle,
                followers,
                engagementRate,
                averageViews,
                OBSERVED_AT,
                MetricSource.DECLARED));
        return this;
    }

    CandidateBuilder available(EngagementType type) {
        availability.add(new Availability(type, null));
        return this;
    }

    CandidateBuilder available(EngagementType type, String fee, String currency) {
        availability.add(new Availability(type, new Money(new BigDecimal(fee), currency)));
        return this;
    }

    CandidateBuilder available(EngagementType type, String fee, AvailabilityTerms terms) {
        availability.add(new Availability(type, fee == null ? null : new Money(new BigDecimal(fee), "EUR"), terms));
        return this;
    }

    /** What is told of the audience of the last account. */
    CandidateBuilder audience(AudienceDimension dimension, Map<String, Double> shares) {
        return lastAccount(
                account -> {
                    List<AudienceShares> all = new ArrayList<>(account.audience());
                    all.add(AudienceShares.of(dimension, MetricSource.NETWORK, OBSERVED_AT, 500L, shares));
                    return all;
                },
                Account::credibility,
                Account::lastPostAt);
    }

    /** Who tells the figures and audiences of all accounts so far. */
    CandidateBuilder source(MetricSource source) {
        accounts.replaceAll(account -> new Account(
                account.accountId(),
                account.platform(),
                account.handle(),
                account.followers(),
                account.engagementRate(),
                account.averageViews(),
                account.observedAt(),
                source,
                account.lastPostAt(),
                account.credibility(),
                account.audience().stream()
                        .map(told -> new AudienceShares(
                                told.dimension(), source, told.observedAt(), told.sampleSize(), told.shares()))
                        .toList()));
        return this;
    }

    /** Who told a figure of the last account, which whoever told the others did not. */
    CandidateBuilder origin(String figure, MetricSource source, Instant observedAt) {
        Account last = accounts.removeLast();
        Map<String, FigureOrigin> origins = new HashMap<>(last.origins());
        origins.put(figure, new FigureOrigin(source, observedAt));
        accounts.add(new Account(
                last.accountId(),
                last.platform(),
                last.handle(),
                last.followers(),
                last.engagementRate(),
                last.averageViews(),
                last.observedAt(),
                last.source(),
                last.lastPostAt(),
                last.credibility(),
                last.audience(),
                origins));
        return this;
    }

    CandidateBuilder credibility(double value) {
        return lastAccount(Account::audience, _ -> value, Account::lastPostAt);
    }

    CandidateBuilder lastPost(Instant value) {
        return lastAccount(Account::audience, Account::credibility, _ -> value);
    }

    private CandidateBuilder lastAccount(
            Function<Account, List<AudienceShares>> audience,
            Function<Account, Double> credibility,
            Function<Account, Instant> lastPostAt) {
        if (accounts.isEmpty()) {
            account(Platform.INSTAGRAM, 8_000L, 0.05);
        }
        Account last = accounts.removeLast();
        accounts.add(new Account(
                last.accountId(),
                last.platform(),
                last.handle(),
                last.followers(),
                last.engagementRate(),
                last.averageViews(),
                last.observedAt(),
                last.source(),
                lastPostAt.apply(last),
                credibility.apply(last),
                audience.apply(last)));
        return this;
    }

    CandidateBuilder pausesPaidWork(String from, String until) {
        paidPause = new PaidPause(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
        return this;
    }

    CandidateBuilder rate(Platform platform, ContentFormat format, String price) {
        return rate(platform, format, new Money(new BigDecimal(price), "EUR"), null);
    }

    CandidateBuilder rate(Platform platform, ContentFormat format, Money price, Money minimumOrder) {
        rateCard.add(new RatedContent(platform, format, price, minimumOrder, null, null));
        return this;
    }

    CandidateBuilder invited(int open, int recent, Double answerRate) {
        return invited(open, recent, answerRate, OBSERVED_AT);
    }

    CandidateBuilder invited(int open, int recent, Double answerRate, Instant observedAt) {
        responsiveness = new Responsiveness(
                10,
                7,
                answerRate,
                answerRate == null ? null : answerRate / 2,
                answerRate == null ? null : (answerRate + 1) / 2,
                null,
                null,
                open,
                recent,
                observedAt);
        return this;
    }

    /** Name of the accounts that are made from here on. */
    CandidateBuilder handle(String value) {
        handle = value;
        return this;
    }

    CandidateBuilder bio(String value) {
        bio = value;
        return this;
    }

    CandidateBuilder languageLevel(String language, String level) {
        languageLevels.put(language, level);
        return this;
    }

    CandidateBuilder niche(String categoryId) {
        niches.add(new Niche(categoryId, "DECLARED", null));
        return this;
    }

    CandidateBuilder brand(BrandRelation relation, String name, String sector) {
        brands.add(new BrandTie(relation, name, NameKey.of(name), sector, null, "DECLARED"));
        return this;
    }

    CandidateBuilder workedWith(String name, LocalDate day) {
        brands.add(new BrandTie(BrandRelation.WORKED_WITH, name, NameKey.of(name), null, day, "DECLARED"));
        return this;
    }

    CandidateBuilder causes(String... values) {
        causes.addAll(Set.of(values));
        return this;
    }

    CandidateBuilder answer(String question, String... values) {
        answers.put(question, List.of(values));
        return this;
    }

    CandidateBuilder livesIn(String country, String city) {
        return answer(SelfDescription.HOME_PLACE, PlaceKey.of(country, city));
    }

    CandidateBuilder linkedTo(UUID value) {
        linkedTo = value;
        return withdrawn();
    }

    CandidateBuilder completed(int value) {
        completed = value;
        return this;
    }

    CandidateBuilder mayTakePart(String from, String until) {
        ageClearance = new AgeClearance(
                true,
                List.of(new AgeClearance.Period(LocalDate.parse(from), until == null ? null : LocalDate.parse(until))));
        return this;
    }

    CandidateBuilder mayNeverTakePart() {
        ageClearance = new AgeClearance(true, List.of());
        return this;
    }

    CandidateBuilder ofUnknownAge() {
        birthYear = null;
        ageClearance = new AgeClearance(false, List.of());
        return this;
    }

    /** What is contested is left out of the rest by whoever asks for this. */
    CandidateBuilder contests(String... fields) {
        contested = Set.of(fields);
        return this;
    }

    Candidate build() {
        if (accounts.isEmpty()) {
            account(Platform.INSTAGRAM, 8_000L, 0.05);
        }
        return new Candidate(
                id(number),
                version,
                active,
                country,
                languages,
                birthYear,
                topics,
                accounts,
                availability,
                completed,
                ageClearance,
                paidPause,
                rateCard,
                responsiveness,
                new SelfDescription(bio, languageLevels, niches, brands, causes, answers),
                linkedTo,
                contested);
    }
}
