package org.affinity.matching.match.domain;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Niche;
import org.affinity.matching.candidate.domain.PlaceKey;
import org.affinity.matching.candidate.domain.RatedContent;
import org.affinity.matching.candidate.domain.Responsiveness;
import org.affinity.matching.candidate.domain.Tier;

/** The rules of eligibility once more, read straight from creators and briefs, without codes, columns and levels. */
final class RuleOracle {

    private final Brief brief;
    private final LocalDate today;
    private final Map<EligibilityRule, Predicate<Offered>> rules = new EnumMap<>(EligibilityRule.class);

    /** A creator with one of the accounts and one piece of its rate card; null for none. */
    private record Offered(Candidate candidate, Account account, RatedContent piece) {}

    RuleOracle(Brief brief, Instant asOf) {
        this.brief = brief;
        this.today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        person(EligibilityRule.LINKED, candidate -> candidate.linkedTo() == null);
        person(EligibilityRule.WITHDRAWN, Candidate::active);
        person(EligibilityRule.UNDER_AGE, this::isAllowed);
        person(EligibilityRule.AVAILABILITY, this::offers);
        person(EligibilityRule.DATES, this::hasADay);
        person(EligibilityRule.PAID_PAUSE, this::doesNotPause);
        person(EligibilityRule.SOLICITATION, this::isNotOverSolicited);
        person(
                EligibilityRule.COUNTRY,
                candidate ->
                        candidate.country() == null || Brief.anyOrContains(brief.countries(), candidate.country()));
        person(
                EligibilityRule.LANGUAGE,
                candidate -> candidate.languages().isEmpty()
                        || brief.languages().isEmpty()
                        || !Collections.disjoint(candidate.languages(), brief.languages()));
        person(
                EligibilityRule.BRAND_REFUSED,
                candidate -> brief.brand().isEmpty()
                        || noTie(candidate, BrandRelation.REFUSES, Set.of(brief.brand()), LocalDate.MIN));
        person(
                EligibilityRule.COMPETITOR,
                candidate -> noTie(
                        candidate, BrandRelation.WORKED_WITH, brief.conditions().competitors(), exclusiveFrom()));
        person(EligibilityRule.BANNED_SECTOR, this::mayPromote);
        rules.put(EligibilityRule.EXCLUDED_TOPIC, this::isSafe);
        account(EligibilityRule.PLATFORM, account -> Brief.anyOrContains(brief.platforms(), account.platform()));
        account(
                EligibilityRule.TIER,
                account -> account.followers() != null
                        && Brief.anyOrContains(brief.tiers(), Tier.of(account.followers())));
        rules.put(EligibilityRule.FORMAT, this::hasFormat);
        account(EligibilityRule.AUDIENCE_SHARE, this::reaches);
        rules.put(
                EligibilityRule.CURRENCY,
                offered -> price(offered).money().amount().signum() == 0
                        || price(offered)
                                .money()
                                .currency()
                                .equals(brief.budget().currency()));
        rules.put(EligibilityRule.PRICE, this::isAffordable);
    }

    private void person(EligibilityRule rule, Predicate<Candidate> test) {
        rules.put(rule, offered -> test.test(offered.candidate()));
    }

    private void account(EligibilityRule rule, Predicate<Account> test) {
        rules.put(rule, offered -> offered.account() != null && test.test(offered.account()));
    }

    /** The first rule such that no account passes it and all before; null when there is an account that passes all. */
    EligibilityRule failed(Candidate candidate) {
        List<Offered> left = candidate.accounts().isEmpty()
                ? List.of(new Offered(candidate, null, null))
                : candidate.accounts().stream()
                        .flatMap(account -> offered(candidate, account))
                        .toList();
        for (EligibilityRule rule : EligibilityRule.values()) {
            left = left.stream().filter(rules.get(rule)).toList();
            if (left.isEmpty()) {
                return rule;
            }
        }
        return null;
    }

    private static Stream<Offered> offered(Candidate candidate, Account account) {
        List<RatedContent> rated = candidate.rateCard().stream()
                .filter(piece -> piece.platform().equals(account.platform()))
                .toList();
        return rated.isEmpty()
                ? Stream.of(new Offered(candidate, account, null))
                : rated.stream().map(piece -> new Offered(candidate, account, piece));
    }

    private boolean isAllowed(Candidate candidate) {
        AgeClearance clearance = candidate.ageClearance();
        return clearance == null
                ? candidate.birthYear() == null || brief.startsOn().getYear() - candidate.birthYear() > 18
                : clearance.covers(brief.startsOn(), brief.endsOn());
    }

    private boolean offers(Candidate candidate) {
        return candidate.availability().isEmpty()
                ? brief.engagementType() == EngagementType.PAID
                : candidate.availabilityFor(brief.engagementType()).isPresent();
    }

    private boolean hasADay(Candidate candidate) {
        AvailabilityTerms terms = candidate
                .availabilityFor(brief.engagementType())
                .map(Availability::terms)
                .orElse(AvailabilityTerms.NONE);
        LocalDate first = brief.startsOn();
        LocalDate last = brief.endsOn();
        if (terms.from() != null && terms.from().isAfter(first)) {
            first = terms.from();
        }
        if (!today.isAfter(brief.endsOn())) {
            LocalDate earliest = today.plusDays(terms.minNoticeDays() == null ? 0 : terms.minNoticeDays());
            first = earliest.isAfter(first) ? earliest : first;
        }
        if (terms.until() != null && terms.until().isBefore(last)) {
            last = terms.until();
        }
        return !terms.takesNone() && !first.isAfter(last);
    }

    private boolean doesNotPause(Candidate candidate) {
        boolean paid = Set.of(EngagementType.PAID, EngagementType.AFFILIATE).contains(brief.engagementType());
        return !paid
                || candidate.paidPause() == null
                || candidate.paidPause().from().isAfter(brief.startsOn())
                || (candidate.paidPause().until() != null
                        && candidate.paidPause().until().isBefore(brief.endsOn()));
    }

    private boolean isNotOverSolicited(Candidate candidate) {
        Responsiveness told = candidate.responsiveness();
        Integer open = brief.conditions().solicitationCap().openInvitations();
        return told == null
                || !LocalDate.ofInstant(told.observedAt(), ZoneOffset.UTC).isAfter(today.minusDays(30))
                || (told.openInvitations() < (open == null ? 5 : open) && told.invitationsLast30Days() < 10);
    }

    private LocalDate exclusiveFrom() {
        Integer days = brief.conditions().exclusivityDays();
        return brief.startsOn().minusDays(days == null ? 365 : days);
    }

    private static boolean noTie(
            Candidate candidate, BrandRelation relation, Collection<String> names, LocalDate from) {
        List<String> keys = names.stream().map(NameKey::of).toList();
        return candidate.about().brands().stream()
                .noneMatch(tie -> tie.relation() == relation
                        && keys.contains(tie.key())
                        && (tie.workedOn() == null || !tie.workedOn().isBefore(from)));
    }

    private boolean mayPromote(Candidate candidate) {
        String sector = brief.conditions().sector();
        if (sector == null
                || !Set.of("1383", "1548").contains(sector)
                || brief.engagementType() == EngagementType.VOLUNTEER) {
            return true;
        }
        boolean aimedThere = brief.countries().isEmpty() || brief.countries().contains("FR");
        return aimedThere ? "BE".equals(candidate.country()) : !"FR".equals(candidate.country());
    }

    private boolean isSafe(Offered offered) {
        for (String topic : brief.conditions().excludedTopics()) {
            Set<String> category = ShippedData.CATEGORIES.named(Set.of(topic));
            Stream<String> own = Stream.concat(
                    ShippedData.CATEGORIES.named(offered.candidate().topics()).stream(),
                    offered.candidate().about().niches().stream().map(Niche::categoryId));
            String bio = offered.candidate().about().bio();
            boolean told = Stream.concat(offered.candidate().topics().stream(), Stream.ofNullable(bio))
                    .flatMap(text -> ShippedData.ANALYSIS.stems(text).stream())
                    .anyMatch(ShippedData.ANALYSIS.stems(topic)::contains);
            if (offered.candidate().topics().contains(topic)
                    || told
                    || !Collections.disjoint(category, ShippedData.CATEGORIES.withAncestors(own.toList()))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasFormat(Offered offered) {
        Set<?> wanted = brief.conditions().formats();
        return wanted.isEmpty()
                || offered.piece() == null
                || wanted.contains(offered.piece().format());
    }

    private boolean reaches(Account account) {
        Target target = brief.target();
        return target.minimumShare() == null
                || (reaches(account, AudienceDimension.COUNTRY, brief.countries(), 250)
                        && reaches(account, AudienceDimension.LANGUAGE, brief.languages(), 250)
                        && reaches(account, AudienceDimension.AGE_BAND, target.ageBands(), 250)
                        && reaches(account, AudienceDimension.GENDER, target.genders(), 250)
                        && reaches(
                                account,
                                AudienceDimension.CITY,
                                target.cities().stream()
                                        .map(place -> PlaceKey.of(place.country(), place.city()))
                                        .distinct()
                                        .toList(),
                                25)
                        && interested(account));
    }

    /** Shares are kept in steps of which {@code steps} make up everybody; of each value less than a step is lost. */
    private boolean reaches(Account account, AudienceDimension dimension, Collection<String> wanted, int steps) {
        return wanted.isEmpty()
                || account.audienceBy(dimension)
                        .map(shares -> wanted.stream()
                                        .mapToInt(value -> (int) Math.floor(steps * share(shares, value) + 1e-7))
                                        .sum()
                                >= Math.floor(steps * brief.target().minimumShare() + 1e-7) - (wanted.size() - 1))
                        .orElse(true);
    }

    private static double share(AudienceShares shares, String value) {
        return shares.shares().entrySet().stream()
                .filter(entry -> (shares.dimension() == AudienceDimension.CITY
                                ? PlaceKey.of("FR", entry.getKey().substring(3))
                                : entry.getKey())
                        .equals(value))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private boolean interested(Account account) {
        List<String> wanted = brief.target().interests().stream()
                .map(ShippedData.CATEGORIES::mainOf)
                .distinct()
                .toList();
        return wanted.isEmpty()
                || account.audienceBy(AudienceDimension.INTEREST)
                        .map(shares -> wanted.stream()
                                        .mapToInt(main -> (int) Math.floor(250 * interest(shares, main) + 1e-7))
                                        .sum()
                                >= Math.floor(250 * brief.target().minimumShare() + 1e-7) - (wanted.size() - 1))
                        .orElse(true);
    }

    private static double interest(AudienceShares shares, String main) {
        return shares.shares().entrySet().stream()
                .filter(entry -> ShippedData.CATEGORIES
                        .named(entry.getKey())
                        .map(ShippedData.CATEGORIES::mainOf)
                        .filter(main::equals)
                        .isPresent())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private Price price(Offered offered) {
        boolean isRated = brief.engagementType() == EngagementType.PAID
                && offered.piece() != null
                && offered.candidate()
                        .availabilityFor(EngagementType.PAID)
                        .map(Availability::fee)
                        .isEmpty();
        PricedAccount unrated = new PricedAccount(0, offered.account(), List.of());
        return isRated
                ? new Price(offered.piece().costOfOne(), PriceSource.DECLARED)
                : ShippedData.PRICING.price(
                        offered.candidate(),
                        unrated,
                        ShippedData.EXPECTATIONS.of(unrated, brief.conditions().formats()),
                        brief);
    }

    private boolean isAffordable(Offered offered) {
        return price(offered)
                        .money()
                        .amount()
                        .setScale(2, RoundingMode.CEILING)
                        .compareTo(brief.budget().amount().setScale(2, RoundingMode.FLOOR))
                <= 0;
    }
}
