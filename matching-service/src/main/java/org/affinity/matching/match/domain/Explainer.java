package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import org.affinity.matching.candidate.domain.Account;

/** Says in words what each signal was read from; only asked for creators that are shown. */
final class Explainer {

    private static final String DECLARED = "DECLARED";
    private static final String PROFILE = "PROFILE";

    private final EngagementBenchmarks benchmarks;
    private final PriceTable prices;

    Explainer(EngagementBenchmarks benchmarks, PriceTable prices) {
        this.benchmarks = benchmarks;
        this.prices = prices;
    }

    Evidence evidence(Signal signal, Offer offer, Brief brief) {
        return switch (signal) {
            case TOPIC_AFFINITY ->
                overlap("topics", brief.topics(), offer.candidate().topics());
            case ENGAGEMENT_VERSUS_PEERS -> engagement(offer);
            case AUDIENCE_SIZE -> audience(offer, brief);
            case COUNTRY_FIT -> country(offer.candidate().country(), brief);
            case LANGUAGE_FIT ->
                overlap("languages", brief.languages(), offer.candidate().languages());
            case PRICE_FOR_EXPECTED_RESULT -> price(offer);
            case DATA_FRESHNESS -> freshness(offer.account());
            case TRACK_RECORD ->
                new Evidence(
                        offer.candidate().completedCollaborations() + " collaborations completed", "NETWORK", null);
        };
    }

    private static Evidence overlap(String what, Collection<String> wanted, Collection<String> known) {
        if (wanted.isEmpty()) {
            return none("the brief names no " + what);
        }
        if (known.isEmpty()) {
            return none(what + " unknown");
        }
        long shared = wanted.stream().filter(known::contains).count();
        String text = "%d of %d wanted %s: wanted %s, has %s"
                .formatted(shared, wanted.size(), what, String.join(", ", wanted), String.join(", ", known));
        return new Evidence(text, PROFILE, null);
    }

    private Evidence engagement(Offer offer) {
        Account account = offer.account();
        if (account.engagementRate() == null) {
            return none("engagement rate unknown");
        }
        String observed = "%s of %d followers".formatted(percent(account.engagementRate()), account.followers());
        if (Double.isNaN(offer.expectation().engagementRate())) {
            return observed(account, observed + "; no benchmark for " + account.platform());
        }
        return observed(
                account,
                "%s, %s after weighing by audience size; peers %s (%s)"
                        .formatted(
                                observed,
                                percent(offer.expectation().engagementRate()),
                                percent(offer.expectation().peerRate()),
                                benchmarks.version()));
    }

    private static Evidence audience(Offer offer, Brief brief) {
        Expectation expectation = offer.expectation();
        String text = String.format(
                Locale.ROOT,
                "%d followers: about %.0f impressions and %.0f interactions a post, for %d creators at most",
                offer.account().followers(),
                expectation.impressions(),
                expectation.interactions(),
                brief.maxCreators());
        return observed(offer.account(), text);
    }

    private static Evidence country(String country, Brief brief) {
        if (brief.countries().isEmpty()) {
            return none("the brief names no country");
        }
        return country == null
                ? none("country unknown")
                : new Evidence("%s, wanted %s".formatted(country, String.join(", ", brief.countries())), PROFILE, null);
    }

    private Evidence price(Offer offer) {
        if (offer.price().isFree()) {
            return none("no fee to compare");
        }
        String currency = offer.price().money().currency();
        String amount = offer.price().money().amount().toPlainString() + " " + currency;
        if (offer.price().source() == PriceSource.ESTIMATED) {
            return new Evidence(
                    "no fee stated; estimated %s (%s)".formatted(amount, prices.version()), "ESTIMATED", null);
        }
        if (!prices.isIn(offer.price().money())) {
            return new Evidence(amount + "; no usual price in " + currency, DECLARED, null);
        }
        String text = String.format(
                Locale.ROOT,
                "%s for about %.0f impressions; usual %.2f %s per thousand (%s)",
                amount,
                offer.expectation().impressions(),
                prices.costPerThousand(offer.account().platform()),
                prices.currency(),
                prices.version());
        return new Evidence(text, DECLARED, null);
    }

    private static Evidence freshness(Account account) {
        if (account.observedAt() == null) {
            return none("no date of observation");
        }
        return observed(account, "figures of " + LocalDate.ofInstant(account.observedAt(), ZoneOffset.UTC));
    }

    private static Evidence observed(Account account, String text) {
        Instant observedAt = account.observedAt();
        return new Evidence(text, account.source().name(), observedAt);
    }

    private static Evidence none(String text) {
        return new Evidence(text, "NONE", null);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }
}
