package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;

/** Makes candidates; without further ado an adult French cook on Instagram who said nothing of fees. */
final class CandidateBuilder {

    static final Instant OBSERVED_AT = Instant.parse("2026-01-15T08:00:00Z");

    private final long number;
    private boolean active = true;
    private String country = "FR";
    private Set<String> languages = Set.of("fr");
    private Integer birthYear = 1994;
    private Set<String> topics = Set.of("cooking");
    private final List<Account> accounts = new ArrayList<>();
    private final List<Availability> availability = new ArrayList<>();
    private int completed;
    private AgeClearance ageClearance;

    private CandidateBuilder(long number) {
        this.number = number;
    }

    static CandidateBuilder candidate(long number) {
        return new CandidateBuilder(number);
    }

    static UUID id(long number) {
        return new UUID(0x7000, number);
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
        topics = Set.of(values);
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
                "handle" + number,
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

    Candidate build() {
        if (accounts.isEmpty()) {
            account(Platform.INSTAGRAM, 8_000L, 0.05);
        }
        return new Candidate(
                id(number),
                1,
                active,
                country,
                languages,
                birthYear,
                topics,
                accounts,
                availability,
                completed,
                ageClearance);
    }
}
