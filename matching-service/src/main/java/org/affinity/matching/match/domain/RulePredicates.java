package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.Columns.Code;
import org.affinity.matching.match.domain.Columns.Figure;
import org.affinity.matching.match.domain.Columns.Words;

import static org.affinity.matching.match.domain.Columns.Figure.window;

/** Says each rule of eligibility as a question to a row. */
final class RulePredicates {

    static final Predicate ALWAYS = Predicate.AllOf.of();
    private static final int EVER = Integer.MAX_VALUE;
    private static final int ACTIVE = 0;
    private static final int WITHDRAWN = 1;

    private final EligibilityData data;
    private final BrandPredicates brands;
    private final ExcludedTopics excludedTopics;
    private final AudiencePredicates audience;

    RulePredicates(EligibilityData data, ExcludedTopics excludedTopics, AudiencePredicates audience) {
        this.data = data;
        this.brands = new BrandPredicates(data);
        this.excludedTopics = excludedTopics;
        this.audience = audience;
    }

    Predicate of(EligibilityRule rule, Brief brief, Instant asOf) {
        int first = Days.day(brief.startsOn());
        int last = Days.day(brief.endsOn());
        Conditions conditions = brief.conditions();
        return switch (rule) {
            case LINKED -> codeIn(Code.STATE, ACTIVE, WITHDRAWN);
            case WITHDRAWN -> codeIn(Code.STATE, ACTIVE);
            case UNDER_AGE ->
                Predicate.AnyOf.of(
                        covers(Figure.ALLOWED_FROM, Figure.ALLOWED_UNTIL, first, last),
                        covers(Figure.ALLOWED_AGAIN_FROM, Figure.ALLOWED_AGAIN_UNTIL, first, last));
            case AVAILABILITY -> offers(brief.engagementType());
            case DATES -> dates(brief.engagementType(), first, last, Days.day(asOf));
            case PAID_PAUSE ->
                isPaid(brief.engagementType())
                        ? new Predicate.Not(covers(Figure.PAUSE_FROM, Figure.PAUSE_UNTIL, first, last))
                        : ALWAYS;
            case SOLICITATION -> solicitation(brief, Days.day(asOf));
            case COUNTRY -> country(brief);
            case LANGUAGE -> emptyOrAny(Words.LANGUAGES, brief.languages());
            case BRAND_REFUSED -> brands.refused(brief);
            case COMPETITOR -> brands.competitors(brief, asOf);
            case BANNED_SECTOR -> brands.bannedSector(brief);
            case EXCLUDED_TOPIC -> excludedTopics.predicate(conditions.excludedTopics());
            case PLATFORM -> platforms(brief.platforms());
            case TIER -> listed(Code.TIER, brief.tiers(), Tier.values());
            case FORMAT ->
                emptyOrAny(
                        Words.PRICED_FORMATS,
                        conditions.formats().stream().map(Enum::name).toList());
            case AUDIENCE_SHARE -> audience.share(brief);
            case CURRENCY -> currency(brief);
            case PRICE -> price(brief);
        };
    }

    private static boolean isPaid(EngagementType type) {
        return type == EngagementType.PAID || type == EngagementType.AFFILIATE;
    }

    private static Predicate codeIn(Code column, int... codes) {
        return Predicate.CodeIn.of(Columns.place(column), codes);
    }

    private static Predicate between(int column, int min, int max) {
        return new Predicate.NumberBetween(column, min, max);
    }

    private static Predicate covers(Figure from, Figure until, int first, int last) {
        return Predicate.AllOf.of(
                between(Columns.place(from), Row.UNKNOWN_NUMBER, first), between(Columns.place(until), last, EVER));
    }

    private static Predicate offers(EngagementType type) {
        int bit = 1 << Columns.place(type);
        BitSet allowed = new BitSet(Row.UNKNOWN_CODE + 1);
        IntStream.range(0, 1 << EngagementType.values().length)
                .filter(offers -> (offers & bit) != 0)
                .forEach(allowed::set);
        allowed.set(Row.UNKNOWN_CODE, type == EngagementType.PAID);
        return new Predicate.CodeIn(Columns.place(Code.OFFERS), allowed);
    }

    private static Predicate dates(EngagementType type, int first, int last, int today) {
        int column = window(type);
        Predicate open =
                Predicate.AllOf.of(between(column, Row.UNKNOWN_NUMBER, last), between(column + 1, first, EVER));
        return today > last
                ? open
                : Predicate.AllOf.of(open, between(column + 2, 0, last - today), between(column + 3, today, EVER));
    }

    private Predicate solicitation(Brief brief, int today) {
        int oldest = today - data.invitationsValidDays();
        return Predicate.AnyOf.of(
                between(Columns.place(Figure.INVITATIONS_DAY), Row.UNKNOWN_NUMBER, oldest),
                Predicate.AllOf.of(
                        below(Code.OPEN_INVITATIONS, data.openCap(brief)),
                        below(Code.RECENT_INVITATIONS, data.recentCap(brief))));
    }

    private static Predicate below(Code column, int cap) {
        BitSet allowed = new BitSet(Row.UNKNOWN_CODE + 1);
        allowed.set(0, cap);
        allowed.set(Row.UNKNOWN_CODE);
        return new Predicate.CodeIn(Columns.place(column), allowed);
    }

    private static Predicate country(Brief brief) {
        if (brief.countries().isEmpty()) {
            return ALWAYS;
        }
        BitSet allowed = countries(brief.countries());
        allowed.set(Row.UNKNOWN_CODE);
        return new Predicate.CodeIn(Columns.place(Code.COUNTRY), allowed);
    }

    static BitSet countries(Collection<String> codes) {
        BitSet set = new BitSet(Row.UNKNOWN_CODE + 1);
        codes.stream()
                .mapToInt(Columns::country)
                .filter(code -> code != Columns.NOT_LISTED)
                .forEach(set::set);
        return set;
    }

    private static Predicate emptyOrAny(Words set, Collection<String> wanted) {
        return wanted.isEmpty()
                ? ALWAYS
                : Predicate.AnyOf.of(
                        new Predicate.EmptyKeywords(Columns.place(set)),
                        new Predicate.AnyKeyword(Columns.place(set), Set.copyOf(wanted)));
    }

    static Predicate none(Words set, Set<String> words) {
        return words.isEmpty() ? ALWAYS : new Predicate.Not(new Predicate.AnyKeyword(Columns.place(set), words));
    }

    /** Any platform at all, or one of those wanted: by code, and by name where it has none. */
    private static Predicate platforms(Set<Platform> wanted) {
        if (wanted.isEmpty()) {
            return new Predicate.Not(codeIn(Code.PLATFORM, Row.UNKNOWN_CODE));
        }
        Predicate listed = codeIn(
                Code.PLATFORM,
                wanted.stream()
                        .mapToInt(Columns::platform)
                        .filter(code -> code != Columns.NOT_LISTED)
                        .toArray());
        Set<String> added = wanted.stream()
                .filter(platform -> Columns.platform(platform) == Columns.NOT_LISTED)
                .map(Platform::name)
                .collect(Collectors.toUnmodifiableSet());
        return added.isEmpty()
                ? listed
                : Predicate.AnyOf.of(listed, new Predicate.AnyKeyword(Columns.place(Words.ADDED_PLATFORMS), added));
    }

    private static <E extends Enum<E>> Predicate listed(Code column, Set<E> wanted, E[] all) {
        return codeIn(
                column,
                (wanted.isEmpty() ? List.of(all) : wanted)
                        .stream().mapToInt(Columns::place).toArray());
    }

    private static Predicate currency(Brief brief) {
        return switch (brief.engagementType()) {
            case PAID -> payable(Code.PAID_CURRENCY, brief);
            case AFFILIATE -> payable(Code.AFFILIATE_CURRENCY, brief);
            case GIFTED, VOLUNTEER -> ALWAYS;
        };
    }

    /** In the currency of the budget, or in none, as there is nothing to pay. */
    private static Predicate payable(Code currency, Brief brief) {
        int code = Columns.currency(brief.budget().currency());
        return code == Columns.NOT_LISTED
                ? codeIn(currency, Row.UNKNOWN_CODE)
                : codeIn(currency, code, Row.UNKNOWN_CODE);
    }

    private static Predicate price(Brief brief) {
        int budget = Cents.budget(brief.budget().amount());
        return switch (brief.engagementType()) {
            case PAID ->
                between(
                        Columns.place(
                                brief.conditions().wantsOnlyStories() ? Figure.STORY_PAID_PRICE : Figure.PAID_PRICE),
                        0,
                        budget);
            case AFFILIATE -> between(Columns.place(Figure.AFFILIATE_PRICE), 0, budget);
            case GIFTED, VOLUNTEER -> ALWAYS;
        };
    }
}
