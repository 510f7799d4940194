package org.affinity.matching.candidate.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tags;

/** What {@code profile.creator.updated.v1} says of a creator, as far as matching reads it. */
record CreatorState(
        UUID creatorId,
        long version,
        String state,
        String country,
        List<String> languages,
        Integer birthYear,
        List<String> topics,
        List<AccountState> accounts,
        List<AvailabilityState> availability,
        TrackRecordState trackRecord,
        MinorState minor) {

    /** One account, on a platform of any name. */
    record AccountState(
            UUID accountId,
            String platform,
            String handle,
            Long followers,
            Double engagementRate,
            Long averageViews,
            Instant observedAt,
            String source) {

        Stream<Account> toDomain() {
            return Platform.named(platform)
                    .map(known -> new Account(
                            accountId,
                            known,
                            handle,
                            followers,
                            engagementRate,
                            averageViews,
                            observedAt,
                            MetricSource.valueOf(source)))
                    .stream();
        }
    }

    /** One accepted engagement type; types that this version does not know are passed over. */
    record AvailabilityState(String engagementType, MoneyState fee) {

        Stream<Availability> toDomain() {
            Money declared = Optional.ofNullable(fee).map(MoneyState::toDomain).orElse(null);
            return EngagementType.named(engagementType).map(known -> new Availability(known, declared)).stream();
        }
    }

    /** Money on the wire: a decimal string. */
    record MoneyState(String amount, String currency) {

        Money toDomain() {
            return new Money(new BigDecimal(amount), currency);
        }
    }

    /** What earlier campaigns showed. */
    record TrackRecordState(int completedCollaborations) {}

    /** Whether the creator may be a minor, and when they may take part. */
    record MinorState(String status, List<PeriodState> allowedPeriods) {

        AgeClearance toDomain() {
            return new AgeClearance(
                    !status.equals("UNKNOWN"),
                    allowedPeriods.stream()
                            .map(period -> new AgeClearance.Period(period.from(), period.until()))
                            .toList());
        }
    }

    /** Days from the first to the last. */
    record PeriodState(LocalDate from, LocalDate until) {}

    Candidate toDomain() {
        return new Candidate(
                creatorId,
                version,
                state.equals("ACTIVE"),
                country,
                Tags.languages(languages),
                birthYear,
                Tags.topics(topics),
                accounts.stream().flatMap(AccountState::toDomain).toList(),
                availability.stream().flatMap(AvailabilityState::toDomain).toList(),
                trackRecord.completedCollaborations(),
                minor == null ? null : minor.toDomain());
    }

    @Override
    public String toString() {
        return "CreatorState[" + creatorId + ", version " + version + "]";
    }
}
