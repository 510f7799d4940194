package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;

import static org.affinity.matching.match.domain.Evidence.none;
import static org.affinity.matching.match.domain.Figures.percent;

/** Says what share of a real audience is in the target, by dimension. */
final class AudienceEvidence {

    /** What is more is 100.00 %; steps in which shares are kept may be lost of it, but nobody is elsewhere. */
    private static final double ALL = 0.99995;

    private final BriefPlans plans;
    private final Categories categories;

    AudienceEvidence(BriefPlans plans, Categories categories) {
        this.plans = plans;
        this.categories = categories;
    }

    Evidence of(Signal signal, Explainer.Facts facts) {
        Brief brief = facts.brief();
        AudienceDimension dimension = dimension(signal);
        return switch (dimension) {
            case COUNTRY -> of(dimension, "countries", brief.countries(), facts);
            case AGE_BAND -> of(dimension, "age bands", brief.target().ageBands(), facts);
            case GENDER -> of(dimension, "genders", brief.target().genders(), facts);
            case LANGUAGE -> of(dimension, "languages", brief.languages(), facts);
            case INTEREST ->
                of(
                        dimension,
                        "interests",
                        brief.target().interests().stream()
                                .map(categories::nameOf)
                                .toList(),
                        facts);
            case CITY, REGION ->
                of(
                        dimension,
                        "cities",
                        brief.target().cities().stream().map(Place::inWords).toList(),
                        facts);
        };
    }

    /** What of an audience a signal is about. */
    static AudienceDimension dimension(Signal signal) {
        return switch (signal) {
            case AUDIENCE_COUNTRY -> AudienceDimension.COUNTRY;
            case AUDIENCE_AGE -> AudienceDimension.AGE_BAND;
            case AUDIENCE_GENDER -> AudienceDimension.GENDER;
            case AUDIENCE_LANGUAGE -> AudienceDimension.LANGUAGE;
            case AUDIENCE_INTEREST -> AudienceDimension.INTEREST;
            case AUDIENCE_CITY -> AudienceDimension.CITY;
            default -> throw new IllegalArgumentException(signal + " is not about an audience");
        };
    }

    private Evidence of(AudienceDimension dimension, String what, Collection<String> wanted, Explainer.Facts facts) {
        if (facts.level() == Levels.UNKNOWN) {
            return none(what + " of the audience unknown");
        }
        AudienceShares shares = facts.offer().account().audienceBy(dimension).orElseThrow();
        String sample = shares.sampleSize() == null ? "" : ", of " + shares.sampleSize() + " looked at";
        double share = plans.audienceColumns()
                .share(facts.offer().account(), dimension, facts.brief().audience(dimension))
                .orElseThrow();
        String text = percent(share) + " of the audience in the " + inside(dimension, what, wanted, facts.brief())
                + sample + "; "
                + percent(plans.threshold(dimension, facts.brief())) + " counts half";
        return new Evidence(
                text,
                shares.source().name(),
                shares.observedAt(),
                share > ALL ? null : facts.lowering(percent(1 - share) + " is elsewhere, or unknown"));
    }

    /** Where audiences are measured less finely than the brief asks, what was measured instead. */
    private String inside(AudienceDimension dimension, String what, Collection<String> wanted, Brief brief) {
        List<String> measured = switch (dimension) {
            case AGE_BAND -> List.copyOf(measured(dimension, brief));
            case INTEREST ->
                measured(dimension, brief).stream().map(categories::nameOf).toList();
            case COUNTRY, LANGUAGE, GENDER, CITY, REGION -> List.copyOf(wanted);
        };
        return Set.copyOf(measured).equals(Set.copyOf(wanted))
                ? "wanted " + what + " (" + String.join(", ", wanted) + ")"
                : "measured " + what + " (" + String.join(", ", measured) + ", for the wanted "
                        + String.join(", ", wanted) + ")";
    }

    private Set<String> measured(AudienceDimension dimension, Brief brief) {
        return plans.audienceColumns().wanted(dimension, brief.audience(dimension));
    }
}
