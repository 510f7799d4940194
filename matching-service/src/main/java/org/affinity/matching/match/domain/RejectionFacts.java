package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Responsiveness;

/** The facts behind a rejection, in words: what the brief asks and what is known of the creator. */
public final class RejectionFacts {

    private RejectionFacts() {}

    /** What the rule looked at. */
    public static String of(EligibilityRule rule, Candidate candidate, Brief brief) {
        return switch (rule) {
            case LINKED -> "the profile is that of creator " + candidate.linkedTo();
            case WITHDRAWN -> "the creator has withdrawn";
            case UNDER_AGE ->
                "year of birth %s, campaign %s to %s; the papers do not cover it"
                        .formatted(known(candidate.birthYear()), brief.startsOn(), brief.endsOn());
            case AVAILABILITY ->
                "asked for %s, offers %s".formatted(brief.engagementType(), listed(candidate.availability().stream()
                        .map(offer -> offer.engagementType().name())
                        .toList()));
            case DATES ->
                "campaign %s to %s; %s"
                        .formatted(
                                brief.startsOn(),
                                brief.endsOn(),
                                candidate
                                        .availabilityFor(brief.engagementType())
                                        .map(offer -> offer.terms().toString())
                                        .orElse("no days stated"));
            case PAID_PAUSE ->
                "no paid work from %s until %s"
                        .formatted(
                                candidate.paidPause().from(),
                                known(candidate.paidPause().until()));
            case SOLICITATION -> solicitation(candidate.responsiveness());
            case COUNTRY -> "wanted %s, lives in %s".formatted(listed(brief.countries()), known(candidate.country()));
            case LANGUAGE ->
                "wanted %s, publishes in %s".formatted(listed(brief.languages()), listed(candidate.languages()));
            case BRAND_REFUSED, COMPETITOR ->
                "brand %s, competitors %s; ties: %s"
                        .formatted(
                                brief.brand(), listed(brief.conditions().competitors()), ties(candidate));
            case BANNED_SECTOR ->
                "sector %s, aimed at %s, lives in %s"
                        .formatted(
                                known(brief.conditions().sector()),
                                listed(brief.countries()),
                                known(candidate.country()));
            case EXCLUDED_TOPIC ->
                "excluded %s, publishes about %s"
                        .formatted(listed(brief.conditions().excludedTopics()), listed(candidate.topics()));
            case PLATFORM ->
                "wanted %s, has %s"
                        .formatted(
                                listed(brief.platforms()),
                                listed(candidate.accounts().stream()
                                        .map(Account::platform)
                                        .toList()));
            case TIER ->
                "wanted %s; followers %s"
                        .formatted(
                                listed(brief.tiers()),
                                listed(candidate.accounts().stream()
                                        .map(account -> account.platform() + " " + known(account.followers()))
                                        .toList()));
            case FORMAT ->
                "wanted %s, rate card has %s"
                        .formatted(
                                listed(brief.conditions().formats()),
                                listed(candidate.rateCard().stream()
                                        .map(piece -> piece.platform() + " " + piece.format())
                                        .toList()));
            case AUDIENCE_SHARE ->
                "least share %s in each dimension of the target; see the audience of the account"
                        .formatted(known(brief.target().minimumShare()));
            case CURRENCY -> "budget in %s; fees %s".formatted(brief.budget().currency(), fees(candidate));
            case PRICE ->
                "budget %s %s; fees %s"
                        .formatted(
                                brief.budget().amount().toPlainString(), brief.budget().currency(), fees(candidate));
        };
    }

    private static String solicitation(Responsiveness counted) {
        return counted == null
                ? "counts of invitations unknown"
                : "%d open invitations, %d in the last 30 days, counted %s"
                        .formatted(
                                counted.openInvitations(), counted.invitationsLast30Days(), counted.observedAt());
    }

    private static String ties(Candidate candidate) {
        return listed(candidate.about().brands().stream()
                .map(RejectionFacts::tie)
                .toList());
    }

    private static String tie(BrandTie tie) {
        return tie.relation() + " " + tie.name();
    }

    private static String fees(Candidate candidate) {
        return listed(candidate.availability().stream()
                .filter(offer -> offer.fee() != null)
                .map(offer -> offer.engagementType() + " "
                        + offer.fee().amount().toPlainString() + " "
                        + offer.fee().currency())
                .toList());
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
