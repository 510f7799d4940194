package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.SelfDescription;

/** Copies of a creator with one thing different. */
final class CandidateChanges {

    private CandidateChanges() {}

    static Candidate withFee(Candidate from, EngagementType type, Money fee) {
        List<Availability> availability = new ArrayList<>();
        AvailabilityTerms terms = AvailabilityTerms.NONE;
        for (Availability offer : from.availability()) {
            if (offer.engagementType() == type) {
                terms = offer.terms();
            } else {
                availability.add(offer);
            }
        }
        availability.add(new Availability(type, fee, terms));
        return copy(from, from.topics(), from.languages(), from.accounts(), availability, from.about());
    }

    static Candidate withOffer(Candidate from, EngagementType type) {
        return withFee(from, type, null);
    }

    static Candidate withTopic(Candidate from, String topic) {
        Set<String> topics = new TreeSet<>(from.topics());
        topics.add(topic);
        return copy(from, topics, from.languages(), from.accounts(), from.availability(), from.about());
    }

    static Candidate withLanguage(Candidate from, String language) {
        Set<String> languages = new TreeSet<>(from.languages());
        languages.add(language);
        return copy(from, from.topics(), languages, from.accounts(), from.availability(), from.about());
    }

    static Candidate withAnswer(Candidate from, String question, String answer) {
        SelfDescription about = from.about();
        Map<String, List<String>> answers = new TreeMap<>(about.answers());
        answers.put(question, List.of(answer));
        return copy(
                from,
                from.topics(),
                from.languages(),
                from.accounts(),
                from.availability(),
                new SelfDescription(
                        about.bio(),
                        about.languageLevels(),
                        about.niches(),
                        about.brands(),
                        about.causes(),
                        new TreeMap<>(answers)));
    }

    static Candidate withCause(Candidate from, String cause) {
        SelfDescription about = from.about();
        Set<String> causes = new TreeSet<>(about.causes());
        causes.add(cause);
        return copy(
                from,
                from.topics(),
                from.languages(),
                from.accounts(),
                from.availability(),
                new SelfDescription(
                        about.bio(), about.languageLevels(), about.niches(), about.brands(), causes, about.answers()));
    }

    static Candidate withEngagementRate(Candidate from, int place, double rate) {
        return withAccount(
                from,
                place,
                account -> copy(
                        account,
                        rate,
                        account.observedAt(),
                        account.lastPostAt(),
                        account.credibility(),
                        account.audience()));
    }

    static Candidate withCredibility(Candidate from, int place, double credibility) {
        return withAccount(
                from,
                place,
                account -> copy(
                        account,
                        account.engagementRate(),
                        account.observedAt(),
                        account.lastPostAt(),
                        credibility,
                        account.audience()));
    }

    static Candidate withFreshFigures(Candidate from, int place, Instant asOf) {
        return withAccount(
                from,
                place,
                account -> copy(
                        account,
                        account.engagementRate(),
                        asOf,
                        account.lastPostAt(),
                        account.credibility(),
                        account.audience()));
    }

    static Candidate withNewPost(Candidate from, int place, Instant asOf) {
        return withAccount(
                from,
                place,
                account -> copy(
                        account,
                        account.engagementRate(),
                        account.observedAt(),
                        asOf,
                        account.credibility(),
                        account.audience()));
    }

    /** An audience of which exactly a share has one of the wanted values; the others shrink or grow in proportion. */
    static Candidate withAudience(
            Candidate from,
            int place,
            AudienceDimension dimension,
            Collection<String> wanted,
            double share,
            Instant asOf) {
        return withAccount(from, place, account -> {
            Map<String, Double> shares = new TreeMap<>();
            account.audienceBy(dimension).ifPresent(known -> shares.putAll(known.shares()));
            List<AudienceShares> audience = new ArrayList<>(account.audience());
            audience.removeIf(known -> known.dimension() == dimension);
            audience.add(AudienceShares.of(
                    dimension, MetricSource.NETWORK, asOf, null, reshaped(shares, wanted, share)));
            return copy(
                    account,
                    account.engagementRate(),
                    account.observedAt(),
                    account.lastPostAt(),
                    account.credibility(),
                    audience);
        });
    }

    private static Map<String, Double> reshaped(Map<String, Double> shares, Collection<String> wanted, double share) {
        double others = shares.entrySet().stream()
                .filter(entry -> !wanted.contains(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        Map<String, Double> reshaped = new TreeMap<>();
        shares.forEach((value, old) -> {
            if (!wanted.contains(value)) {
                reshaped.put(value, others > 1 - share ? old * (1 - share) / others : old);
            }
        });
        // All of it on one value: shares that are rounded down one by one would add up to less.
        reshaped.put(new TreeSet<>(wanted).first(), share);
        return reshaped;
    }

    private static Candidate withAccount(Candidate from, int place, UnaryOperator<Account> change) {
        List<Account> accounts = new ArrayList<>(from.accounts());
        accounts.set(place, change.apply(accounts.get(place)));
        return copy(from, from.topics(), from.languages(), accounts, from.availability(), from.about());
    }

    private static Account copy(
            Account from,
            Double engagementRate,
            Instant observedAt,
            Instant lastPostAt,
            Double credibility,
            List<AudienceShares> audience) {
        return new Account(
                from.accountId(),
                from.platform(),
                from.handle(),
                from.followers(),
                engagementRate,
                from.averageViews(),
                observedAt,
                from.source(),
                lastPostAt,
                credibility,
                audience);
    }

    private static Candidate copy(
            Candidate from,
            Set<String> topics,
            Set<String> languages,
            List<Account> accounts,
            List<Availability> availability,
            SelfDescription about) {
        return new Candidate(
                from.creatorId(),
                from.version(),
                from.active(),
                from.country(),
                languages,
                from.birthYear(),
                topics,
                accounts,
                availability,
                from.completedCollaborations(),
                from.ageClearance(),
                from.paidPause(),
                from.rateCard(),
                from.responsiveness(),
                about,
                from.linkedTo());
    }
}
