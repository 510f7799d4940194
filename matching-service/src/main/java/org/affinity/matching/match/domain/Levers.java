package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.kit.code.NameKey;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.BrandRelation;
import org.affinity.matching.candidate.domain.BrandTie;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;

/** What of a creator could be different in view of a brief. Figures of accounts are changed one account at a time. */
final class Levers {

    /** Shares are changed in the steps in which they are scored. */
    private static final int SHARE_STEPS = 250;

    /** Engagement rates are changed by a ten-thousandth at a time, up to one half. */
    private static final int RATE_STEPS = 5_000;

    private static final double RATE_STEP = 0.0001;

    /** Fees are changed by hundredths at most. */
    private static final int CENTS = 2;

    /** Dearer parts are changed from here on down, in hundredths, or whole units of currencies without these. */
    private static final int DEAREST = 1_000_000_000;

    private final Categories categories;
    private final AudienceColumns audience;
    private final Brief brief;
    private final Instant asOf;
    private final LocalDate exclusiveFrom;
    private final Candidate candidate;

    Levers(
            Categories categories,
            AudienceColumns audience,
            Brief brief,
            Instant asOf,
            LocalDate exclusiveFrom,
            Candidate candidate) {
        this.categories = categories;
        this.audience = audience;
        this.brief = brief;
        this.asOf = asOf;
        this.exclusiveFrom = exclusiveFrom;
        this.candidate = candidate;
    }

    /** All of them; where an account matters, those of the accounts on a wanted platform. */
    List<Lever> all(Price price) {
        List<Lever> levers = new ArrayList<>();
        fee(price, levers);
        offer(levers);
        competitors(levers);
        topics(levers);
        brief.languages().stream()
                .filter(language -> !candidate.languages().contains(language))
                .forEach(language -> levers.add(Lever.once(
                        "LANGUAGE",
                        language,
                        language,
                        "there is content in " + language,
                        CandidateChanges.withLanguage(candidate, language))));
        brief.conditions().habits().forEach(habit -> answers(habit, levers));
        brief.conditions().causes().stream()
                .filter(cause -> !candidate.about().causes().contains(cause))
                .forEach(cause -> levers.add(Lever.once(
                        "CAUSE",
                        cause,
                        cause,
                        "the creator volunteers for " + cause,
                        CandidateChanges.withCause(candidate, cause))));
        IntStream.range(0, candidate.accounts().size())
                .filter(place -> isWanted(candidate.accounts().get(place)))
                .forEach(place -> ofAccount(place, levers));
        return levers;
    }

    private boolean isWanted(Account account) {
        return account.followers() != null && Brief.anyOrContains(brief.platforms(), account.platform());
    }

    /** Wanted topics that the creator has under no name, of several names of one only the first. */
    private void topics(List<Lever> levers) {
        Set<String> had = new HashSet<>(categories.topicKeys(candidate.topics()));
        brief.topics().stream()
                .filter(topic -> had.add(categories.topicKey(topic)))
                .forEach(topic -> levers.add(Lever.once(
                        "TOPIC",
                        topic,
                        topic,
                        "the topic " + topic + " is named",
                        CandidateChanges.withTopic(candidate, topic))));
    }

    private void fee(Price price, List<Lever> levers) {
        EngagementType type = brief.engagementType();
        boolean costs = type == EngagementType.PAID || type == EngagementType.AFFILIATE;
        if (!costs || price == null || price.money().amount().signum() == 0) {
            return;
        }
        Money money = price.money();
        boolean isStated =
                candidate.availabilityFor(type).map(Availability::fee).isPresent();
        // Whoever says what the work would cost accepts it: of who does not yet there is no fee to compare with.
        boolean isOffered = candidate.availabilityFor(type).isPresent()
                || (type == EngagementType.PAID && candidate.availability().isEmpty());
        String asked = isOffered ? "the fee is at most " : "the creator accepts " + type + " for at most ";
        String currency = money.currency();
        // Yen have no hundredths: nobody could state such a fee.
        int decimals = Math.min(CENTS, Money.decimals(currency));
        // Where no fee is stated, stating what the part is taken to cost is a change already.
        int most = money.amount()
                        .movePointRight(decimals)
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(DEAREST))
                        .intValueExact()
                + (isStated ? 0 : 1);
        IntFunction<Money> fee = step -> new Money(BigDecimal.valueOf(most - step, decimals), currency);
        levers.add(new Lever(
                "FEE",
                null,
                Counterfactual.Bound.AT_MOST,
                currency,
                isOffered && price.source() != PriceSource.ESTIMATED
                        ? money.amount().toPlainString()
                        : null,
                null,
                EnumSet.of(Signal.PRICE_FOR_EXPECTED_RESULT),
                most,
                step -> fee.apply(step).amount().toPlainString(),
                step -> asked + fee.apply(step).amount().toPlainString() + " " + currency,
                step -> CandidateChanges.withFee(candidate, type, fee.apply(step))));
    }

    private void offer(List<Lever> levers) {
        EngagementType type = brief.engagementType();
        if (candidate.availabilityFor(type).isEmpty()) {
            levers.add(Lever.once(
                    "OFFER",
                    null,
                    type.name(),
                    "the creator accepts " + type,
                    CandidateChanges.withOffer(candidate, type)));
        }
    }

    /** All work that the exclusivity forbids; one brand less would not do. */
    private void competitors(List<Lever> levers) {
        Set<String> keys =
                brief.conditions().competitors().stream().map(NameKey::of).collect(Collectors.toSet());
        List<BrandTie> forbidden = candidate.about().brands().stream()
                .filter(tie -> tie.relation() == BrandRelation.WORKED_WITH && keys.contains(BrandWords.key(tie)))
                .filter(tie -> tie.workedOn() == null || !tie.workedOn().isBefore(exclusiveFrom))
                .toList();
        if (!forbidden.isEmpty()) {
            LocalDate last = exclusiveFrom.minusDays(1);
            String names = forbidden.stream().map(BrandTie::name).collect(Collectors.joining(", "));
            levers.add(Lever.day(
                    "COMPETITOR_WORK",
                    names,
                    Counterfactual.Bound.AT_MOST,
                    null,
                    last,
                    "the last work for " + names + " was on " + last + " or before",
                    CandidateChanges.withWorkOn(candidate, forbidden, last)));
        }
    }

    private void answers(Habit habit, List<Lever> levers) {
        List<String> given = candidate.about().answers().getOrDefault(habit.question(), List.of());
        if (given.stream().noneMatch(habit.anyOf()::contains)) {
            String answer = habit.anyOf().iterator().next();
            levers.add(Lever.once(
                    "ANSWER",
                    habit.question(),
                    answer,
                    "the answer to " + habit.question() + " is " + String.join(" or ", habit.anyOf()),
                    CandidateChanges.withAnswer(candidate, habit.question(), answer)));
        }
    }

    private void ofAccount(int place, List<Lever> levers) {
        Account account = candidate.accounts().get(place);
        Platform platform = account.platform();
        double rate = account.engagementRate() == null ? 0 : account.engagementRate();
        levers.add(rising(
                "ENGAGEMENT_RATE",
                platform.name(),
                account.engagementRate() == null ? null : share(rate),
                place,
                EnumSet.of(Signal.ENGAGEMENT_VERSUS_PEERS, Signal.AUDIENCE_SIZE, Signal.PRICE_FOR_EXPECTED_RESULT),
                (int) Math.ceil(rate / RATE_STEP),
                RATE_STEPS,
                RATE_STEP,
                "the engagement rate on " + platform + " is at least ",
                value -> CandidateChanges.withEngagementRate(candidate, place, value)));
        Double credibility = account.credibility();
        levers.add(rising(
                "CREDIBILITY",
                platform.name(),
                credibility == null ? null : share(credibility),
                place,
                EnumSet.of(Signal.CREDIBILITY),
                credibility == null ? -1 : (int) Math.floor(credibility * SHARE_STEPS),
                SHARE_STEPS,
                1.0 / SHARE_STEPS,
                "the share of real followers on " + platform + " is at least ",
                value -> CandidateChanges.withCredibility(candidate, place, value)));
        audience(place, AudienceDimension.COUNTRY, Signal.AUDIENCE_COUNTRY, brief.countries(), levers);
        audience(
                place,
                AudienceDimension.AGE_BAND,
                Signal.AUDIENCE_AGE,
                brief.target().ageBands(),
                levers);
        audience(
                place,
                AudienceDimension.GENDER,
                Signal.AUDIENCE_GENDER,
                brief.target().genders(),
                levers);
        audience(place, AudienceDimension.LANGUAGE, Signal.AUDIENCE_LANGUAGE, brief.languages(), levers);
        LocalDate today = day(asOf);
        levers.add(Lever.day(
                "FIGURES_OBSERVED",
                platform.name(),
                Counterfactual.Bound.AT_LEAST,
                day(account.observedAt()),
                today,
                "the figures on " + platform + " are of " + today + " or later",
                CandidateChanges.withFreshFigures(candidate, place, asOf)));
        levers.add(Lever.day(
                "LAST_POST",
                platform.name(),
                Counterfactual.Bound.AT_LEAST,
                day(account.lastPostAt()),
                today,
                "the last post on " + platform + " is of " + today + " or later",
                CandidateChanges.withNewPost(candidate, place, asOf)));
    }

    private static LocalDate day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private void audience(
            int place, AudienceDimension dimension, Signal signal, Collection<String> wanted, List<Lever> levers) {
        // In the words in which it is kept: whoever is told of as 25-34 is of the wanted 25-44, and fr-FR is fr.
        Set<String> kept = audience.wanted(dimension, wanted);
        if (kept.isEmpty()) {
            return;
        }
        Account account = candidate.accounts().get(place);
        Map<String, Double> told = audience.told(account, dimension);
        OptionalDouble share = audience.share(account, dimension, wanted);
        Double known = share.isPresent() ? share.getAsDouble() : null;
        levers.add(rising(
                "AUDIENCE_SHARE",
                account.platform() + " " + dimension,
                known == null ? null : share(known),
                place,
                EnumSet.of(signal),
                known == null ? -1 : (int) Math.floor(known * SHARE_STEPS),
                SHARE_STEPS,
                1.0 / SHARE_STEPS,
                "the share of the audience on " + account.platform() + " in the target by "
                        + dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " is known and at least ",
                value -> CandidateChanges.withAudience(candidate, place, dimension, told, kept, value, asOf)));
    }

    private static Lever rising(
            String name,
            String subject,
            String present,
            int place,
            Set<Signal> signals,
            int from,
            int to,
            double step,
            String text,
            DoubleFunction<Candidate> changed) {
        return new Lever(
                name,
                subject,
                Counterfactual.Bound.AT_LEAST,
                null,
                present,
                place,
                signals,
                Math.max(0, to - from),
                steps -> share((from + steps) * step),
                steps -> text + share((from + steps) * step),
                steps -> changed.apply(BigDecimal.valueOf((from + steps) * step)
                        .setScale(4, RoundingMode.HALF_UP)
                        .doubleValue()));
    }

    private static String share(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
