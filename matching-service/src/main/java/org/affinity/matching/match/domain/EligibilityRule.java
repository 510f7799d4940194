package org.affinity.matching.match.domain;

/**
 * Hard rules in the order in which they are applied; a creator is counted under the first one that fails. Identifiers
 * are stable: they appear in results and events.
 *
 * <p>What is unknown is refused only where guessing would do harm: an account of unknown size cannot be classed or
 * priced, and nobody is asked for unpaid work who never offered it. Unknown country, language and age pass.
 */
public enum EligibilityRule {
    /** The creator has withdrawn from the platform. */
    WITHDRAWN("withdrawn"),
    /**
     * The creator may be younger than 18 during the campaign, and the papers of a minor do not cover it: the guardian's
     * consent, under 16 with an administrative authorisation. The youngest age that the year of birth leaves counts; an
     * unknown age passes.
     */
    UNDER_AGE("under-age"),
    /**
     * The engagement type is not offered. A creator who stated nothing at all may be asked for paid work; gifts,
     * affiliation and volunteering need a stated yes.
     */
    AVAILABILITY("availability"),
    /** The creator is known to live in none of the wanted countries. */
    COUNTRY("country"),
    /** The creator is known to speak none of the wanted languages. */
    LANGUAGE("language"),
    /** No account on a wanted platform. */
    PLATFORM("platform"),
    /** No such account of known size in a wanted tier. */
    TIER("tier"),
    /** No price in the currency of the budget: no exchange rate is applied. */
    CURRENCY("currency"),
    /** Every such account costs more than the whole budget. */
    PRICE("price");

    private final String id;

    EligibilityRule(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
