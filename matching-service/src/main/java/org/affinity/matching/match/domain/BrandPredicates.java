package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.Columns.Code;
import org.affinity.matching.match.domain.Columns.Words;

import static org.affinity.matching.match.domain.RulePredicates.countries;
import static org.affinity.matching.match.domain.RulePredicates.none;

/** What the rules of brands ask of rows: ties to them, and what they advertise. */
final class BrandPredicates {

    private static final int YEARS_BACK = 100;
    private static final int YEARS_AHEAD = 10;

    private final EligibilityData data;

    BrandPredicates(EligibilityData data) {
        this.data = data;
    }

    Predicate refused(Brief brief) {
        return brief.brand().isBlank()
                ? RulePredicates.ALWAYS
                : none(Words.BRAND_TIES, Set.of(BrandWords.refused(NameKey.of(brief.brand()))));
    }

    /**
     * The window ends today or with the campaign, whichever is later, as a campaign is also looked at when it is over.
     * No day of work lies centuries off: days that far from today need no words.
     */
    Predicate competitors(Brief brief, Instant asOf) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        LocalDate first = latest(data.exclusiveFrom(brief), today.minusYears(YEARS_BACK));
        LocalDate last = earliest(latest(today, brief.endsOn()), today.plusYears(YEARS_AHEAD));
        return none(
                Words.BRAND_TIES,
                brief.conditions().competitors().stream()
                        .map(NameKey::of)
                        .flatMap(key -> BrandWords.workedBetween(key, first, last).stream())
                        .collect(Collectors.toSet()));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    Predicate bannedSector(Brief brief) {
        return data.banOf(brief)
                .map(ban -> {
                    boolean aimedThere = brief.countries().isEmpty()
                            || brief.countries().stream().anyMatch(ban.countries()::contains);
                    BitSet banned = countries(ban.countries());
                    BitSet allowed = new BitSet(Row.UNKNOWN_CODE + 1);
                    if (aimedThere) {
                        allowed.or(countries(data.exemptCountries()));
                    } else {
                        allowed.set(0, Row.UNKNOWN_CODE + 1);
                    }
                    allowed.andNot(banned);
                    return (Predicate) new Predicate.CodeIn(Columns.place(Code.COUNTRY), allowed);
                })
                .orElse(RulePredicates.ALWAYS);
    }
}
