package org.affinity.matching.match.domain;

import java.util.Collection;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;

import static org.affinity.matching.match.domain.Evidence.none;
import static org.affinity.matching.match.domain.Figures.percent;

/** Says what share of a real audience is in the target, by dimension. */
final class AudienceEvidence {

    private final BriefPlans plans;
    private final Categories categories;

    AudienceEvidence(BriefPlans plans, Categories categories) {
        this.plans = plans;
        this.categories = categories;
    }

    Evidence of(Signal signal, Explainer.Facts facts) {
        Brief brief = facts.brief();
        return switch (signal) {
            case AUDIENCE_COUNTRY -> of(AudienceDimension.COUNTRY, "countries", brief.countries(), facts);
            case AUDIENCE_AGE ->
                of(AudienceDimension.AGE_BAND, "age bands", brief.target().ageBands(), facts);
            case AUDIENCE_GENDER ->
                of(AudienceDimension.GENDER, "genders", brief.target().genders(), facts);
            case AUDIENCE_LANGUAGE -> of(AudienceDimension.LANGUAGE, "languages", brief.languages(), facts);
            case AUDIENCE_INTEREST ->
                of(
                        AudienceDimension.INTEREST,
                        "interests",
                        brief.target().interests().stream()
                                .map(categories::nameOf)
                                .toList(),
                        facts);
            case AUDIENCE_CITY ->
                of(
                        AudienceDimension.CITY,
                        "cities",
                        brief.target().cities().stream().map(Place::inWords).toList(),
                        facts);
            default -> throw new IllegalArgumentException(signal + " is not about an audience");
        };
    }

    private Evidence of(AudienceDimension dimension, String what, Collection<String> wanted, Explainer.Facts facts) {
        if (facts.level() == Levels.UNKNOWN) {
            return none(what + " of the audience unknown");
        }
        AudienceShares shares = facts.offer().account().audienceBy(dimension).orElseThrow();
        String sample = shares.sampleSize() == null ? "" : ", of " + shares.sampleSize() + " looked at";
        String text = percent(share(facts)) + " of the audience in the wanted " + what + " ("
                + String.join(", ", wanted) + ")" + sample + "; "
                + percent(plans.threshold(dimension, facts.brief())) + " counts half";
        return new Evidence(
                text,
                shares.source().name(),
                shares.observedAt(),
                facts.lowering(percent(1 - share(facts)) + " is elsewhere, or unknown"));
    }

    private static double share(Explainer.Facts facts) {
        return switch (facts.reading()) {
            case Reading.OfShares shares -> shares.share(facts.row()) / (double) Levels.HIGHEST;
            case Reading.OfWords steps -> Math.min(1, steps.count(facts.row()) / (double) CityWords.STEPS);
            default -> throw new IllegalArgumentException("no share in " + facts.reading());
        };
    }
}
