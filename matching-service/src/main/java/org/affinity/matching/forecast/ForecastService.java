package org.affinity.matching.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.calibration.CalibrationData;
import org.affinity.matching.calibration.CalibrationService;
import org.affinity.matching.calibration.domain.CalibratedKpi;
import org.affinity.matching.calibration.domain.CalibrationRule;
import org.affinity.matching.calibration.domain.CellKey;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.forecast.domain.PanelForecast;
import org.affinity.matching.match.Creators;
import org.affinity.matching.match.Reviews;
import org.affinity.matching.match.domain.AudienceOverlaps;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.BriefReview;
import org.affinity.matching.match.domain.EligibilityRule;
import org.affinity.matching.match.domain.ImpossibleOverlap;
import org.affinity.matching.match.domain.KnownOverlap;
import org.affinity.matching.match.domain.NetReach;
import org.affinity.matching.match.domain.PanelCandidate;

/** Says what creators should bring together, and whom they reach. */
@ApplicationScoped
public class ForecastService {

    private final Reviews reviews;
    private final Creators known;
    private final CalibrationService calibration;
    private final CalibrationData data;

    ForecastService(Reviews reviews, Creators known, CalibrationService calibration, CalibrationData data) {
        this.reviews = reviews;
        this.known = known;
        this.calibration = calibration;
        this.data = data;
    }

    /** Whom some creators reach. */
    public record Overlaps(NetReach netReach, List<AudienceOverlaps.Own> own, List<AudienceOverlaps.Shared> pairs) {}

    /**
     * A creator of whom nothing can be expected.
     *
     * @param rule that rejects the creator; null when nobody knows the creator
     * @param facts what the rule looked at; null without a rule
     */
    public record CreatorWithoutForecast(UUID creatorId, EligibilityRule rule, String facts) {}

    /** A creator with what is expected. */
    public record Expected(PanelForecast.Part part, PanelForecast.Outcome outcome) {}

    /** A forecast. */
    public record Forecast(
            Instant asOf,
            double level,
            List<String> spreadSources,
            List<Expected> creators,
            List<CreatorWithoutForecast> leftOut,
            Money cost,
            PanelForecast.Outcome total,
            NetReach netReach) {}

    /** Audiences of creators, each with the account that is expected to show most; refused if they cannot be so. */
    public Overlaps overlaps(List<UUID> creatorIds, List<KnownOverlap> measured) {
        Map<UUID, Candidate> found = known.find(creatorIds);
        List<PanelCandidate> creators = new ArrayList<>();
        for (int i = 0; i < creatorIds.size(); i++) {
            String pointer = "/creatorIds/" + i;
            Candidate candidate = Optional.ofNullable(found.get(creatorIds.get(i)))
                    .filter(Candidate::active)
                    .orElseThrow(() -> DomainException.invalid(pointer, "known", "is no creator who is known here"));
            creators.add(reviews.largestAccount(candidate)
                    .orElseThrow(() -> DomainException.invalid(
                            pointer, "sizeKnown", "has no account whose number of followers is known")));
        }
        AudienceOverlaps overlaps = new AudienceOverlaps(
                reviews.panelModel(), reviews.categories(), AudienceOverlaps.anyone(), creators, measured);
        List<AudienceOverlaps.Own> own = overlaps.own();
        refuseImpossible(measured, own);
        return new Overlaps(overlaps.netReach(), own, overlaps.pairs());
    }

    private static void refuseImpossible(List<KnownOverlap> measured, List<AudienceOverlaps.Own> own) {
        Map<UUID, Double> reach = new HashMap<>();
        own.forEach(one -> reach.put(one.creator().creatorId(), one.reach()));
        ImpossibleOverlap.among(measured, reach::get).ifPresent(impossible -> {
            throw DomainException.invalid(
                    "/overlaps/" + impossible.index() + "/people", impossible.rule(), impossible.detail());
        });
    }

    /** What creators should bring for a brief, with one post each, or one piece of the format it wants. */
    public Forecast forecast(List<UUID> creatorIds, Brief brief) {
        Instant now = reviews.now();
        BriefReview review = reviews.review(brief, Map.of(), now);
        CalibrationService.Factors factors = calibration.factors();
        Map<UUID, Candidate> found = known.find(creatorIds);
        PanelForecast forecast =
                new PanelForecast(data.spreads(), reviews.panelModel().reachPerImpression());
        List<PanelForecast.Part> parts = new ArrayList<>();
        List<CreatorWithoutForecast> leftOut = new ArrayList<>();
        for (UUID creatorId : creatorIds) {
            Candidate candidate = found.get(creatorId);
            if (candidate == null) {
                leftOut.add(new CreatorWithoutForecast(creatorId, null, null));
                continue;
            }
            Optional<PanelCandidate> creator = review.panelCandidate(candidate);
            if (creator.isPresent()) {
                parts.add(part(creator.get(), factors));
            } else {
                EligibilityRule rule = review.rejection(candidate).orElseThrow();
                leftOut.add(new CreatorWithoutForecast(creatorId, rule, review.facts(rule, candidate)));
            }
        }
        Money cost = parts.stream()
                .map(part -> part.creator().price())
                .reduce(Money.zero(brief.budget().currency()), Money::plus);
        Map<UUID, Double> reach = new HashMap<>();
        parts.forEach(part -> reach.put(part.creatorId(), forecast.reach(part)));
        NetReach netReach = new AudienceOverlaps(
                        reviews.panelModel(),
                        reviews.categories(),
                        brief,
                        parts.stream().map(PanelForecast.Part::creator).toList(),
                        List.of(),
                        creator -> reach.get(creator.creatorId()))
                .netReach();
        return new Forecast(
                now,
                data.spreads().level(),
                data.spreads().sources(),
                parts.stream()
                        .map(part -> new Expected(part, forecast.of(part)))
                        .toList(),
                leftOut,
                cost,
                forecast.of(parts, cost),
                netReach);
    }

    private static PanelForecast.Part part(PanelCandidate creator, CalibrationService.Factors factors) {
        Map<CalibratedKpi, CalibrationRule.Factor> ofKpis = new EnumMap<>(CalibratedKpi.class);
        for (CalibratedKpi kpi : CalibratedKpi.values()) {
            ofKpis.put(kpi, factors.of(new CellKey(kpi, creator.platform(), creator.tier())));
        }
        return new PanelForecast.Part(creator, ofKpis);
    }
}
