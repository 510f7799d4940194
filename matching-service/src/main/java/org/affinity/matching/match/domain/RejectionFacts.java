package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.RatedContent;
import org.affinity.matching.candidate.domain.Responsiveness;

/** The facts behind a rejection, in words: what the brief asks and what is known of the creator. */
public final class RejectionFacts {

    private RejectionFacts() {}

    /**
     * What the rule looked at: what the brief asks, then what is known of the creator.
     *
     * @param cap from how many invitations on nobody is asked
     * @param exclusiveFrom from which day on work for a competitor counts
     * @param prices what the creator would cost, by account and piece
     * @param met what the rules of topics, audiences and bans met, in words
     */
    static String of(
            EligibilityRule rule,
            Candidate candidate,
            Brief brief,
            SolicitationCap cap,
            LocalDate exclusiveFrom,
            List<Price> prices,
            List<String> met) {
        String asked = asked(rule, brief, cap, exclusiveFrom);
        String known = switch (rule) {
            // Of other brands nothing is told: whom a creator refuses is not for organisations to see.
            case BRAND_REFUSED -> "refused by the creator";
            case COMPETITOR -> ties(candidate, brief);
            // When a creator was born is not for organisations to see.
            case UNDER_AGE ->
                "the creator may be younger than %d then, and no papers cover it".formatted(Candidate.ADULT);
            case EXCLUDED_TOPIC -> "met " + listed(met);
            case AUDIENCE_SHARE -> "audience inside it: " + listed(met);
            case BANNED_SECTOR -> ofCreator(rule, candidate, brief.engagementType()) + "; " + listed(met);
            case CURRENCY, PRICE ->
                listed(prices.stream().map(RejectionFacts::price).distinct().toList());
            default -> ofCreator(rule, candidate, brief.engagementType());
        };
        return asked.isEmpty() ? known : asked + ", " + known;
    }

    private static String asked(EligibilityRule rule, Brief brief, SolicitationCap cap, LocalDate exclusiveFrom) {
        Conditions conditions = brief.conditions();
        return switch (rule) {
            case LINKED, WITHDRAWN, PAID_PAUSE -> "";
            case SOLICITATION ->
                "nobody is asked from %s or %d in the last 30 days on"
                        .formatted(openInvitations(cap.openInvitations()), cap.invitationsLast30Days());
            case UNDER_AGE, DATES -> "campaign %s to %s".formatted(brief.startsOn(), brief.endsOn());
            case AVAILABILITY -> "asked for " + brief.engagementType();
            case COUNTRY -> "wanted " + listed(brief.countries());
            case LANGUAGE -> "wanted " + listed(brief.languages());
            case BRAND_REFUSED -> "brand " + brief.brand();
            case COMPETITOR ->
                "competitors %s, no work for them from %s on"
                        .formatted(listed(conditions.competitors()), exclusiveFrom);
            case BANNED_SECTOR ->
                "sector %s, aimed at %s"
                        .formatted(
                                known(conditions.sector()),
                                brief.countries().isEmpty() ? "anywhere" : listed(brief.countries()));
            case EXCLUDED_TOPIC -> "excluded " + listed(conditions.excludedTopics());
            // Without an account, or without one of known size, nobody fits any brief.
            case PLATFORM -> brief.platforms().isEmpty() ? "" : "wanted " + listed(brief.platforms());
            case TIER -> brief.tiers().isEmpty() ? "" : "wanted " + listed(brief.tiers());
            case FORMAT -> "wanted " + listed(conditions.formats());
            case AUDIENCE_SHARE ->
                "least share %s in each dimension of the target"
                        .formatted(known(brief.target().minimumShare()));
            case CURRENCY -> "budget in " + brief.budget().currency();
            case PRICE -> "budget " + money(brief.budget());
        };
    }

    /**
     * What the rule looked at of the creator alone, without a word of the brief.
     *
     * @param type what the brief asks for; of other engagements no terms are told
     */
    public static String ofCreator(EligibilityRule rule, Candidate candidate, EngagementType type) {
        return switch (rule) {
            case LINKED -> "the profile is that of creator " + candidate.linkedTo();
            case WITHDRAWN -> "the creator has withdrawn";
            case UNDER_AGE ->
                "year of birth %s; the papers do not cover the campaign".formatted(known(candidate.birthYear()));
            case AVAILABILITY ->
                "offers "
                        + listed(candidate.availability().stream()
                                .map(offer -> offer.engagementType().name())
                                .toList());
            case DATES ->
                candidate
                        .availabilityFor(type)
                        .map(offer -> terms(offer.terms()))
                        .orElse("no days stated");
            case PAID_PAUSE ->
                "no paid work from %s until %s"
                        .formatted(
                                candidate.paidPause().from(),
                                known(candidate.paidPause().until()));
            case SOLICITATION -> solicitation(candidate.responsiveness());
            case COUNTRY, BANNED_SECTOR -> "lives in " + known(candidate.country());
            case LANGUAGE -> "publishes in " + listed(candidate.languages());
            case BRAND_REFUSED, COMPETITOR -> "ties: " + ties(candidate);
            case EXCLUDED_TOPIC -> "publishes about " + listed(candidate.topics());
            case PLATFORM ->
                candidate.accounts().isEmpty()
                        ? "has no account"
                        : "has "
                                + listed(candidate.accounts().stream()
                                        .map(Account::platform)
                                        .toList());
            case TIER ->
                "followers "
                        + listed(candidate.accounts().stream()
                                .map(account -> account.platform() + " " + known(account.followers()))
                                .toList());
            case FORMAT ->
                "rate card has "
                        + listed(candidate.rateCard().stream()
                                .map(piece -> piece.platform() + " " + piece.format())
                                .toList());
            case AUDIENCE_SHARE ->
                "audience known: "
                        + listed(candidate.accounts().stream()
                                .flatMap(account -> account.audience().stream()
                                        .map(shares -> account.platform() + " " + shares.dimension()))
                                .toList());
            case CURRENCY, PRICE -> asks(candidate, type);
        };
    }

    private static String terms(AvailabilityTerms terms) {
        List<String> stated = new ArrayList<>();
        if (terms.from() != null) {
            stated.add("from " + terms.from());
        }
        if (terms.until() != null) {
            stated.add("until " + terms.until());
        }
        if (terms.minNoticeDays() != null) {
            stated.add("with " + terms.minNoticeDays() + " days of notice");
        }
        if (terms.maxPerMonth() != null) {
            stated.add("at most " + terms.maxPerMonth() + " a month");
        }
        if (terms.maxConcurrent() != null) {
            stated.add("at most " + terms.maxConcurrent() + " at a time");
        }
        return "available " + (stated.isEmpty() ? "always" : String.join(", ", stated));
    }

    private static String solicitation(Responsiveness counted) {
        return counted == null
                ? "counts of invitations unknown"
                : "%s, %d in the last 30 days, counted %s"
                        .formatted(
                                openInvitations(counted.openInvitations()),
                                counted.invitationsLast30Days(),
                                counted.observedAt());
    }

    private static String openInvitations(int count) {
        return count == 1 ? "1 open invitation" : count + " open invitations";
    }

    private static String ties(Candidate candidate, Brief brief) {
        Set<String> competitors =
                brief.conditions().competitors().stream().map(NameKey::of).collect(Collectors.toSet());
        return listed(candidate.about().brands().stream()
                .filter(tie -> tie.relation() == BrandRelation.WORKED_WITH)
                .filter(tie -> competitors.contains(BrandWords.key(tie)))
                .map(RejectionFacts::tie)
                .toList());
    }

    private static String ties(Candidate candidate) {
        return listed(
                candidate.about().brands().stream().map(RejectionFacts::tie).toList());
    }

    private static String tie(BrandTie tie) {
        String day = tie.workedOn() == null ? ", day unknown" : " on " + tie.workedOn();
        return tie.relation() + " " + tie.name() + (tie.relation() == BrandRelation.WORKED_WITH ? day : "");
    }

    private static String price(Price price) {
        String money = money(price.money());
        if (price.source() == PriceSource.ESTIMATED) {
            return "estimated " + money;
        }
        return price.piece() == null ? "fee " + money : "rate card " + piece(price.piece());
    }

    /** The fee of an engagement; a rate card is for paid work without one. */
    private static String asks(Candidate candidate, EngagementType type) {
        String fee = candidate
                .availabilityFor(type)
                .map(Availability::fee)
                .map(RejectionFacts::money)
                .orElse(null);
        if (fee != null || type != EngagementType.PAID) {
            return "fee " + (fee == null ? "none stated" : fee);
        }
        return "fee none stated, rate card "
                + listed(
                        candidate.rateCard().stream().map(RejectionFacts::piece).toList());
    }

    private static String piece(RatedContent piece) {
        return piece.platform() + " " + piece.format() + " " + money(piece.costOfOne());
    }

    private static String money(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }

    private static String listed(Collection<?> values) {
        return values.isEmpty()
                ? "none stated"
                : values.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String known(Object value) {
        return value == null ? "unknown" : value.toString();
    }
}
