package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.SelfDescription;

/** Copies of a creator with one thing different. */
final class CandidateChanges {

    private CandidateChanges() {}

    /** What of a creator may be different. */
    private static final class Draft {

        private Set<String> topics;
        private Set<String> languages;
        private List<Account> accounts;
        private List<Availability> availability;
        private List<BrandTie> brands;
        private Set<String> causes;
        private SortedMap<String, List<String>> answers;
    }

    /** What of an account may be different. */
    private static final class AccountDraft {

        private Double engagementRate;
        private Instant observedAt;
        private Instant lastPostAt;
        private Double credibility;
        private List<AudienceShares> audience;
    }

    static Candidate withFee(Candidate from, EngagementType type, Money fee) {
        List<Availability> availability = new ArrayList<>(from.availability());
        availability.removeIf(offer -> offer.engagementType() == type);
        AvailabilityTerms terms =
                from.availabilityFor(type).map(Availability::terms).orElse(AvailabilityTerms.NONE);
        availability.add(new Availability(type, fee, terms));
        return changed(from, draft -> draft.availability = availability);
    }

    static Candidate withOffer(Candidate from, EngagementType type) {
        return withFee(from, type, null);
    }

    static Candidate withTopic(Candidate from, String topic) {
        return changed(from, draft -> draft.topics = and(from.topics(), topic));
    }

    static Candidate withLanguage(Candidate from, String language) {
        return changed(from, draft -> draft.languages = and(from.languages(), language));
    }

    static Candidate withAnswer(Candidate from, String question, String answer) {
        SortedMap<String, List<String>> answers = new TreeMap<>(from.about().answers());
        answers.put(question, List.of(answer));
        return changed(from, draft -> draft.answers = answers);
    }

    static Candidate withCause(Candidate from, String cause) {
        return changed(from, draft -> draft.causes = and(from.about().causes(), cause));
    }

    static Candidate withWorkOn(Candidate from, Collection<BrandTie> ties, LocalDate day) {
        return changed(
                from,
                draft -> draft.brands = from.about().brands().stream()
                        .map(tie -> ties.contains(tie) ? tie.workedOn(day) : tie)
                        .toList());
    }

    static Candidate withEngagementRate(Candidate from, int place, double rate) {
        return withAccount(from, place, draft -> draft.engagementRate = rate);
    }

    static Candidate withCredibility(Candidate from, int place, double credibility) {
        return withAccount(from, place, draft -> draft.credibility = credibility);
    }

    static Candidate withFreshFigures(Candidate from, int place, Instant asOf) {
        return withAccount(from, place, draft -> draft.observedAt = asOf);
    }

    static Candidate withNewPost(Candidate from, int place, Instant asOf) {
        return withAccount(from, place, draft -> draft.lastPostAt = asOf);
    }

    /**
     * An audience of which exactly a share has one of the wanted values; these shrink or grow in proportion, and so do
     * the others where they have to.
     *
     * @param shares as they are now, by the same values as the wanted ones
     */
    static Candidate withAudience(
            Candidate from,
            int place,
            AudienceDimension dimension,
            Map<String, Double> shares,
            Collection<String> wanted,
            double share,
            Instant asOf) {
        List<AudienceShares> audience =
                new ArrayList<>(from.accounts().get(place).audience());
        audience.removeIf(known -> known.dimension() == dimension);
        audience.add(AudienceShares.of(dimension, MetricSource.NETWORK, asOf, null, reshaped(shares, wanted, share)));
        return withAccount(from, place, draft -> draft.audience = audience);
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
        double inside = wanted.stream()
                .mapToDouble(value -> shares.getOrDefault(value, 0.0))
                .sum();
        wanted.forEach(value -> reshaped.put(
                value, share * (inside > 0 ? shares.getOrDefault(value, 0.0) / inside : 1.0 / wanted.size())));
        return reshaped;
    }

    private static Set<String> and(Set<String> values, String another) {
        Set<String> all = new TreeSet<>(values);
        all.add(another);
        return all;
    }

    private static Candidate withAccount(Candidate from, int place, Consumer<AccountDraft> change) {
        List<Account> accounts = new ArrayList<>(from.accounts());
        accounts.set(place, changed(accounts.get(place), change));
        return changed(from, draft -> draft.accounts = accounts);
    }

    private static Account changed(Account from, Consumer<AccountDraft> change) {
        AccountDraft draft = new AccountDraft();
        draft.engagementRate = from.engagementRate();
        draft.observedAt = from.observedAt();
        draft.lastPostAt = from.lastPostAt();
        draft.credibility = from.credibility();
        draft.audience = from.audience();
        change.accept(draft);
        return new Account(
                from.accountId(),
                from.platform(),
                from.handle(),
                from.followers(),
                draft.engagementRate,
                from.averageViews(),
                draft.observedAt,
                from.source(),
                draft.lastPostAt,
                draft.credibility,
                draft.audience,
                from.origins());
    }

    private static Candidate changed(Candidate from, Consumer<Draft> change) {
        SelfDescription about = from.about();
        Draft draft = new Draft();
        draft.topics = from.topics();
        draft.languages = from.languages();
        draft.accounts = from.accounts();
        draft.availability = from.availability();
        draft.brands = about.brands();
        draft.causes = about.causes();
        draft.answers = about.answers();
        change.accept(draft);
        return new Candidate(
                from.creatorId(),
                from.version(),
                from.active(),
                from.country(),
                draft.languages,
                from.birthYear(),
                draft.topics,
                draft.accounts,
                draft.availability,
                from.completedCollaborations(),
                from.ageClearance(),
                from.paidPause(),
                from.rateCard(),
                from.responsiveness(),
                new SelfDescription(
                        about.bio(), about.languageLevels(), about.niches(), draft.brands, draft.causes, draft.answers),
                from.linkedTo(),
                from.contested());
    }
}
