package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Optional;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Tier;

/** Says of creators what they cost and what they should bring. */
final class Offers {

    private final Expectations expectations;
    private final Pricing pricing;

    Offers(Expectations expectations, Pricing pricing) {
        this.expectations = expectations;
        this.pricing = pricing;
    }

    /** The account of an eligible creator that suits the brief best. */
    Offer of(Scored scored, Brief brief) {
        PricedAccount priced = PricedAccount.at(scored.candidate(), scored.row());
        Expectation expectation = expectations.of(priced, brief.conditions().formats());
        return new Offer(
                scored.candidate(),
                priced.account(),
                Tier.of(priced.account().followers()),
                pricing.price(scored.candidate(), priced, expectation, brief),
                expectation);
    }

    /**
     * For who is not eligible: the price of the first account of known size on a wanted platform, in the currency of
     * the budget if there is one.
     */
    Optional<Price> priceOfAny(Candidate candidate, Brief brief) {
        List<Price> prices = prices(candidate, brief);
        return prices.stream()
                .filter(price -> price.money().currency().equals(brief.budget().currency()))
                .findFirst()
                .or(() -> prices.stream().findFirst());
    }

    /** What the creator's accounts of known size on wanted platforms cost, in the order of the rows. */
    List<Price> prices(Candidate candidate, Brief brief) {
        return PricedAccount.of(candidate).stream()
                .filter(priced -> priced.account().followers() != null
                        && Brief.anyOrContains(
                                brief.platforms(), priced.account().platform())
                        && priced.has(brief.conditions().formats()))
                .map(priced -> pricing.price(
                        candidate,
                        priced,
                        expectations.of(priced, brief.conditions().formats()),
                        brief))
                .toList();
    }
}
