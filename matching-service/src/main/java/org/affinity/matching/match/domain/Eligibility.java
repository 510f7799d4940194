package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Tier;

/** Applies the {@link EligibilityRule}s in their order. */
final class Eligibility {

    private static final int ADULT = 18;

    private final Expectations expectations;
    private final Pricing pricing;

    Eligibility(Expectations expectations, Pricing pricing) {
        this.expectations = expectations;
        this.pricing = pricing;
    }

    Verdict of(Candidate candidate, Brief brief) {
        Optional<EligibilityRule> failed = failedByPerson(candidate, brief);
        return failed.isPresent() ? new Verdict.Rejected(failed.get()) : ofAccounts(candidate, brief);
    }

    private static Optional<EligibilityRule> failedByPerson(Candidate candidate, Brief brief) {
        if (!candidate.active()) {
            return Optional.of(EligibilityRule.WITHDRAWN);
        }
        if (mayBeUnderAge(candidate, brief)) {
            return Optional.of(EligibilityRule.UNDER_AGE);
        }
        if (!offersEngagement(candidate, brief)) {
            return Optional.of(EligibilityRule.AVAILABILITY);
        }
        if (candidate.country() != null && !Brief.anyOrContains(brief.countries(), candidate.country())) {
            return Optional.of(EligibilityRule.COUNTRY);
        }
        return speaksNone(candidate, brief) ? Optional.of(EligibilityRule.LANGUAGE) : Optional.empty();
    }

    /** Without a word on papers, whoever may be younger than 18 is refused. */
    private static boolean mayBeUnderAge(Candidate candidate, Brief brief) {
        if (candidate.ageClearance() != null) {
            return !candidate.ageClearance().covers(brief.startsOn(), brief.endsOn());
        }
        return candidate.birthYear() != null && brief.startsOn().getYear() - candidate.birthYear() <= ADULT;
    }

    private static boolean offersEngagement(Candidate candidate, Brief brief) {
        if (candidate.availability().isEmpty()) {
            return brief.engagementType() == EngagementType.PAID;
        }
        return candidate.availabilityFor(brief.engagementType()).isPresent();
    }

    private static boolean speaksNone(Candidate candidate, Brief brief) {
        return !candidate.languages().isEmpty()
                && !brief.languages().isEmpty()
                && Collections.disjoint(candidate.languages(), brief.languages());
    }

    private Verdict ofAccounts(Candidate candidate, Brief brief) {
        List<Account> onPlatform = candidate.accounts().stream()
                .filter(account -> Brief.anyOrContains(brief.platforms(), account.platform()))
                .toList();
        if (onPlatform.isEmpty()) {
            return new Verdict.Rejected(EligibilityRule.PLATFORM);
        }
        List<Account> inTier =
                onPlatform.stream().filter(account -> isInTier(account, brief)).toList();
        if (inTier.isEmpty()) {
            return new Verdict.Rejected(EligibilityRule.TIER);
        }
        return ofOffers(
                inTier.stream()
                        .flatMap(account -> offer(candidate, account, brief))
                        .toList(),
                brief);
    }

    private static boolean isInTier(Account account, Brief brief) {
        return account.followers() != null && Brief.anyOrContains(brief.tiers(), Tier.of(account.followers()));
    }

    private Stream<Offer> offer(Candidate candidate, Account account, Brief brief) {
        Expectation expectation = expectations.of(account);
        return pricing
                .price(candidate, account, expectation, brief)
                .map(price -> new Offer(candidate, account, Tier.of(account.followers()), price, expectation))
                .stream();
    }

    private static Verdict ofOffers(List<Offer> offers, Brief brief) {
        if (offers.isEmpty()) {
            return new Verdict.Rejected(EligibilityRule.CURRENCY);
        }
        List<Offer> affordable = offers.stream()
                .filter(offer -> !offer.price().money().exceeds(brief.budget()))
                .toList();
        return affordable.isEmpty() ? new Verdict.Rejected(EligibilityRule.PRICE) : new Verdict.Eligible(affordable);
    }
}
