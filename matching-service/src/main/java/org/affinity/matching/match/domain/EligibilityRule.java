package org.affinity.matching.match.domain;

/**
 * Hard rules in the order in which they are applied; a creator is counted under the first one such that none of their
 * accounts passes it and all before. Identifiers are stable: they appear in results and events.
 *
 * <p>What is unknown passes, but where guessing would do harm; each rule says so.
 */
public enum EligibilityRule {
    /** The profile turned out to be another creator's, who is matched instead. */
    LINKED("linked"),
    /** The creator has withdrawn from the platform. */
    WITHDRAWN("withdrawn"),
    /**
     * The creator may be younger than 18 during the campaign, and the papers of a minor do not cover it: the guardian's
     * consent, under 16 with an administrative authorisation. The youngest age that the year of birth leaves counts; an
     * unknown age passes. Of more than two periods with papers the two that end last count.
     */
    UNDER_AGE("under-age"),
    /**
     * The engagement type is not offered. A creator who stated nothing at all may be asked for paid work; gifts,
     * affiliation and volunteering need a stated yes, as nobody is to be asked for unpaid work who never offered it.
     */
    AVAILABILITY("availability"),
    /**
     * No day is left: the campaign, the days the creator stated for this engagement and the notice needed from today on
     * have none in common, or the creator takes none at all (at most 0 a month or at a time). How much a creator who
     * takes some has taken on already is not told, so it passes. A campaign that is over is not asked for notice.
     */
    DATES("dates"),
    /**
     * A pause without paid work covers the whole campaign. It is about fees and commissions, not about gifts and
     * volunteering.
     */
    PAID_PAUSE("paid-pause"),
    /**
     * The creator has as many unanswered invitations, or invitations of the last 30 days, as the cap of the brief or
     * the default. Never invited passes, and so do counts that are too old to say anything.
     */
    SOLICITATION("over-solicited"),
    /** The creator is known to live in none of the wanted countries. Unknown passes. */
    COUNTRY("country"),
    /** The creator is known to publish in none of the wanted languages. Unknown passes. */
    LANGUAGE("language"),
    /** The creator refuses the brand. Nothing said passes. */
    BRAND_REFUSED("brand-refused"),
    /**
     * The creator has worked with a competitor that the brief names, in the days before the campaign that the brief or
     * the default makes exclusive, or since. Work on an unknown day counts: a brand that asks for exclusivity is harmed
     * by a wrong guess. Loving or wishing for a competitor passes, and so does who told of no work.
     */
    COMPETITOR("competitor"),
    /**
     * The law of a country that the creator falls under bans the sector. Whoever lives in the banning country falls
     * under it. When the campaign is aimed there (or anywhere), so does whoever does not live in a country with rules
     * of its own: living somewhere unknown does not pass, as a wrong guess is an offence.
     */
    BANNED_SECTOR("banned-sector"),
    /**
     * A topic or category of the creator, or a word of theirs, is one that the brand must not appear beside. Who says
     * nothing of themself passes.
     */
    EXCLUDED_TOPIC("excluded-topic"),
    /** No account on a wanted platform. */
    PLATFORM("platform"),
    /** No such account in a wanted tier. An account of unknown size can neither be classed nor priced: it fails. */
    TIER("tier"),
    /**
     * The rate card for the platform names none of the wanted formats. No rate card for it passes. Of more than 64
     * different prices of a creator the dearest are not looked at.
     */
    FORMAT("format"),
    /**
     * Less of the account's audience is in the target than the brief demands, in a dimension that is known. Each
     * value's share is kept in full steps of 0.4 %, a city's in steps of 4 %; whoever has as much passes, and of those
     * who are less than a step for each wanted value short some do.
     */
    AUDIENCE_SHARE("audience-share"),
    /** No price in the currency of the budget: no exchange rate is applied. What is free is so in any currency. */
    CURRENCY("currency"),
    /** The price of what is wanted is more than the whole budget; compared in whole cents, the price rounded up. */
    PRICE("price");

    private final String id;

    EligibilityRule(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
