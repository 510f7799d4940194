package org.affinity.profile.creator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.domain.AgeGate;
import org.affinity.profile.creator.domain.AudienceShares;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Minority;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.AvailabilityRow;
import org.affinity.profile.creator.store.CreatorEntity;

/** All that other services may know of a creator: the payload of {@value #UPDATED}. */
public record CreatorState(
        UUID creatorId,
        long version,
        String displayName,
        CreatorStatus state,
        String country,
        List<String> languages,
        Integer birthYear,
        String timeZone,
        List<String> topics,
        List<Account> accounts,
        List<Offer> availability,
        TrackRecord trackRecord,
        @JsonUnwrapped WillingnessState willingness,
        List<String> contestedFields,
        Map<String, JsonNode> answers,
        Minority minor,
        String bio,
        UUID linkedTo,
        List<String> contactChannels) {

    /** Type of the event that carries this state. */
    public static final String UPDATED = "profile.creator.updated.v1";

    public CreatorState {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        accounts = List.copyOf(accounts);
        availability = List.copyOf(availability);
        contestedFields = List.copyOf(contestedFields);
        contactChannels = contactChannels == null ? null : List.copyOf(contactChannels);
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    static CreatorState of(CreatorEntity creator) {
        return new CreatorState(
                creator.id,
                creator.version,
                creator.displayName,
                creator.status,
                creator.country,
                creator.languages,
                creator.birthYear,
                creator.timeZone,
                creator.topics,
                creator.accounts.stream().map(Account::of).toList(),
                creator.availability.stream().map(Offer::of).toList(),
                new TrackRecord(creator.completedCollaborations),
                WillingnessState.of(creator),
                creator.contestedFields,
                creator.matchingAnswers,
                AgeGate.of(creator.ageEvidence(), LocalDate.ofInstant(creator.updatedAt, ZoneOffset.UTC)),
                creator.bio,
                creator.linkedTo,
                creator.contactChannels);
    }

    /** Keeps the person's name and birth year out of logs. */
    @Override
    public String toString() {
        return "CreatorState[creatorId=" + creatorId + ", version=" + version + "]";
    }

    /**
     * An account with its latest figures; null means unknown.
     *
     * @param origins of the figures that the last observation does not tell, by name: who told them, and when
     */
    public record Account(
            UUID accountId,
            Platform platform,
            String handle,
            Long followers,
            BigDecimal engagementRate,
            Long averageViews,
            Instant observedAt,
            MetricSource source,
            Instant lastPostAt,
            BigDecimal credibility,
            List<AudienceShares> audience,
            Map<String, FigureOrigin> origins) {

        public Account {
            audience = audience == null ? List.of() : List.copyOf(audience);
            origins = origins == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(origins));
        }

        static Account of(AccountEntity account) {
            var metrics = account.metrics();
            return new Account(
                    account.id,
                    account.platform,
                    account.handle,
                    metrics.followers(),
                    metrics.engagementRate(),
                    metrics.averageViews(),
                    account.observedAt,
                    account.source,
                    account.lastPostAt,
                    account.credibility,
                    account.audience,
                    origins(account));
        }

        private static Map<String, FigureOrigin> origins(AccountEntity account) {
            var origins = new TreeMap<>(account.current().origins());
            if (account.credibility != null) {
                // Until it is worked out anew, what it rests on is not known, and so no surer than an estimate.
                origins.put(
                        "credibility",
                        account.credibilityOrigin == null
                                ? new FigureOrigin(MetricSource.ESTIMATED, account.observedAt)
                                : account.credibilityOrigin);
            }
            return origins;
        }
    }

    /** A kind of engagement the creator accepts; the fee is null when not declared. */
    public record Offer(EngagementType engagementType, Money fee, EngagementTerms terms) {

        static Offer of(AvailabilityRow row) {
            Availability offer = row.availability();
            Fee fee = offer.fee();
            return new Offer(
                    row.engagementType, fee == null ? null : Money.of(fee.amount(), fee.currency()), offer.terms());
        }
    }

    /** What the creator has done on this platform. */
    public record TrackRecord(int completedCollaborations) {}
}
