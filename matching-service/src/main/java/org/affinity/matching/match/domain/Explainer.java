package org.affinity.matching.match.domain;

import java.util.Locale;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.FigureOrigin;
import org.affinity.matching.candidate.domain.Responsiveness;
import org.affinity.matching.engine.domain.Row;

import static org.affinity.matching.match.domain.Evidence.none;
import static org.affinity.matching.match.domain.Figures.percent;

/** Says in words what each signal was read from, and what lowers it; only asked for creators that are shown. */
final class Explainer {

    private static final String DECLARED = "DECLARED";
    private static final String NETWORK = "NETWORK";

    private final ScoringModel model;
    private final EngagementBenchmarks benchmarks;
    private final PriceTable prices;
    private final AudienceEvidence audience;
    private final ProfileEvidence profile;

    Explainer(
            ScoringModel model,
            EngagementBenchmarks benchmarks,
            PriceTable prices,
            BriefPlans plans,
            Categories categories) {
        this.model = model;
        this.benchmarks = benchmarks;
        this.prices = prices;
        this.audience = new AudienceEvidence(plans, categories);
        this.profile = new ProfileEvidence(categories);
    }

    /** All that evidence is taken from. */
    record Facts(Offer offer, Brief brief, Row row, Reading reading, int level) {

        boolean isBelowHighest() {
            return level < Levels.HIGHEST;
        }

        /** What lowers the value, unless it is the highest. */
        String lowering(String words) {
            return isBelowHighest() ? words : null;
        }
    }

    Evidence evidence(Signal signal, Facts facts) {
        return facts.level() == Levels.UNKNOWN && isContested(signal, facts.offer())
                ? none("contested by the creator and not decided on yet")
                : found(signal, facts);
    }

    private static boolean isContested(Signal signal, Offer offer) {
        return switch (signal) {
            case COUNTRY_FIT -> offer.candidate().contested().contains("country");
            case ENGAGEMENT_VERSUS_PEERS -> offer.candidate().contests(offer.account(), "engagementRate");
            case CREDIBILITY -> offer.candidate().contests(offer.account(), "credibility");
            case RECENT_ACTIVITY -> offer.candidate().contests(offer.account(), "lastPostAt");
            case AUDIENCE_COUNTRY, AUDIENCE_AGE, AUDIENCE_GENDER, AUDIENCE_LANGUAGE, AUDIENCE_INTEREST, AUDIENCE_CITY ->
                offer.candidate().contests(offer.account(), "audience");
            default -> false;
        };
    }

    private Evidence found(Signal signal, Facts facts) {
        return switch (signal) {
            case ENGAGEMENT_VERSUS_PEERS -> engagement(facts);
            case CREDIBILITY -> credibility(facts);
            case AUDIENCE_SIZE -> size(facts);
            case AUDIENCE_COUNTRY, AUDIENCE_AGE, AUDIENCE_GENDER, AUDIENCE_LANGUAGE, AUDIENCE_INTEREST, AUDIENCE_CITY ->
                audience.of(signal, facts);
            case PRICE_FOR_EXPECTED_RESULT -> price(facts);
            case DATA_FRESHNESS -> freshness(facts);
            case RECENT_ACTIVITY -> activity(facts);
            case TRACK_RECORD -> trackRecord(facts);
            case RESPONSIVENESS -> responsiveness(facts);
            case TOPIC_AFFINITY,
                    NICHE_AFFINITY,
                    TEXT_AFFINITY,
                    BRAND_AFFINITY,
                    BRAND_MENTION,
                    SECTOR_EXPERIENCE,
                    CONSUMPTION_HABITS,
                    COUNTRY_FIT,
                    LANGUAGE_FIT,
                    PLACE_PROXIMITY,
                    CAUSE_AFFINITY -> profile.of(signal, facts);
        };
    }

    private Evidence engagement(Facts facts) {
        Account account = facts.offer().account();
        if (account.engagementRate() == null) {
            return none("engagement rate unknown");
        }
        Expectation expectation = facts.offer().expectation();
        String observed = percent(account.engagementRate()) + " of " + account.followers() + " followers";
        if (!Expectations.tellsRate(account)) {
            return none(
                    observed + ": more reactions than followers are not the followers', so it says nothing of them");
        }
        if (Double.isNaN(expectation.engagementRate())) {
            return observed(
                    account.originOf(Account.ENGAGEMENT_RATE),
                    observed + "; no benchmark for " + account.platform(),
                    null);
        }
        return observed(
                account.originOf(Account.ENGAGEMENT_RATE),
                observed + ", " + percent(expectation.engagementRate()) + " after weighing by audience size; peers "
                        + percent(expectation.peerRate()) + " (" + benchmarks.version() + ")",
                facts.lowering("four times the rate of the peers would count fully"));
    }

    private static Evidence credibility(Facts facts) {
        Account account = facts.offer().account();
        return account.credibility() == null
                ? none("credibility of the audience unknown")
                : observed(
                        account.originOf(Account.CREDIBILITY),
                        percent(account.credibility()) + " of the audience counts as real",
                        facts.lowering(percent(1 - account.credibility()) + " of it does not"));
    }

    private Evidence size(Facts facts) {
        Account account = facts.offer().account();
        Expectation expectation = facts.offer().expectation();
        String text = account.followers() + " followers: about "
                + Figures.whole(expectation.impressions()) + " impressions and "
                + Figures.whole(expectation.interactions()) + " interactions " + each(expectation) + ", for "
                + facts.brief().maxCreators() + " creators at most" + uncounted(account, expectation);
        return observed(
                expectation.origin(account), text, facts.lowering("an even share of the objective counts half"));
    }

    /** Why the mean views do not count, where they are told. */
    private String uncounted(Account account, Expectation expectation) {
        if (account.averageViews() == null || expectation.viewsKnown()) {
            return "";
        }
        String views = "; " + account.averageViews() + " views a post are ";
        return account.averageViews() > model.mostViewsPerFollower() * account.followers()
                ? views + "more than " + Figures.whole(model.mostViewsPerFollower())
                        + " a follower and say nothing of the next one"
                : views + "fewer than the interactions, and whoever reacts has seen the post";
    }

    private Evidence price(Facts facts) {
        Price price = facts.offer().price();
        if (price.isWithoutFee()) {
            return none("no fee to compare");
        }
        String currency = price.money().currency();
        String amount = price.money().amount().toPlainString() + " " + currency + ofPiece(price);
        if (price.source() == PriceSource.ESTIMATED) {
            return new Evidence(
                    "no fee stated; estimated " + amount + " (" + prices.version() + ")", "ESTIMATED", null, null);
        }
        if (!price.isFree() && !prices.isIn(price.money())) {
            return new Evidence(amount + "; no usual price in " + currency, DECLARED, null, null);
        }
        String text = amount + " for about "
                + Figures.whole(facts.offer().expectation().impressions()) + " impressions "
                + each(facts.offer().expectation()) + "; usual "
                + Figures.twoDecimals(
                        prices.costPerThousand(facts.offer().account().platform()))
                + " " + prices.currency() + " per thousand (" + prices.version() + ")";
        return new Evidence(text, DECLARED, null, facts.lowering("a lower fee would count more"));
    }

    /** Of what each the results are expected, with what that makes of the figures of a post. */
    private String each(Expectation expectation) {
        Piece piece = expectation.piece();
        if (piece == null) {
            return "a post";
        }
        String name = piece.format().name().toLowerCase(Locale.ROOT);
        String kind = (name.startsWith("a") || name.startsWith("e") ? "an " : "a ") + name;
        if (!piece.known()) {
            return kind + " (taken for a post, no ratio is published; " + benchmarks.version() + ")";
        }
        return piece.ratio().isThatOfAPost()
                ? kind
                : kind + " (" + Figures.twoDecimals(piece.ratio().impressions()) + " of a post's; "
                        + benchmarks.version() + ")";
    }

    private static String ofPiece(Price price) {
        return price.piece() == null
                ? ""
                : ", rate card: " + price.piece().format() + " on "
                        + price.piece().platform() + (price.piece().costsLeastOrder() ? " (least order)" : "");
    }

    private static Evidence freshness(Facts facts) {
        Account account = facts.offer().account();
        return account.observedAt() == null
                ? none("no date of observation")
                : observed(
                        new FigureOrigin(account.source(), account.observedAt()),
                        "figures of " + DayInWords.of(account.observedAt()),
                        facts.lowering("figures lose worth with age"));
    }

    private static Evidence activity(Facts facts) {
        Account account = facts.offer().account();
        return account.lastPostAt() == null
                ? none("last post unknown")
                : observed(
                        account.originOf(Account.LAST_POST_AT),
                        "last post on " + DayInWords.of(account.lastPostAt()),
                        facts.lowering("the longer ago, the less"));
    }

    private static Evidence trackRecord(Facts facts) {
        return new Evidence(
                counted(facts.offer().candidate().completedCollaborations(), "collaboration") + " completed",
                NETWORK,
                null,
                facts.lowering("more completed collaborations would count more"));
    }

    private static Evidence responsiveness(Facts facts) {
        Responsiveness answers = facts.offer().candidate().responsiveness();
        if (answers == null) {
            return none("never invited");
        }
        if (answers.answerRate() == null) {
            return none(counted(answers.invitations(), "invitation")
                    + (answers.invitations() == 1 ? ", not old enough to tell" : ", none old enough to tell"));
        }
        String interval = answers.answerRateLow() == null || answers.answerRateHigh() == null
                ? ""
                : " (" + percent(answers.answerRateLow()) + " to " + percent(answers.answerRateHigh()) + ")";
        return new Evidence(
                "answers " + percent(answers.answerRate()) + interval + " within a week; " + answers.answers() + " of "
                        + counted(answers.invitations(), "invitation") + " answered",
                NETWORK,
                answers.observedAt(),
                facts.lowering("invitations without an answer"));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Evidence observed(FigureOrigin origin, String text, String lowers) {
        return new Evidence(text, origin.source().name(), origin.observedAt(), lowers);
    }
}
