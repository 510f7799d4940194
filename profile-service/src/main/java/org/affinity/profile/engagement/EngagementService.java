package org.affinity.profile.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PlatformDescription;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.engagement.domain.AudienceFit;
import org.affinity.profile.engagement.domain.Benchmark;
import org.affinity.profile.engagement.domain.EngagementDefinition;
import org.affinity.profile.engagement.domain.EngagementDefinitions;
import org.affinity.profile.engagement.domain.EngagementRate;
import org.affinity.profile.engagement.domain.EngagementRule;
import org.affinity.profile.engagement.domain.Prior;
import org.affinity.profile.engagement.domain.PublishedBenchmarks;
import org.affinity.profile.engagement.domain.PublishedBenchmarks.Published;
import org.affinity.profile.engagement.store.BenchmarkRepository;
import org.affinity.profile.tier.domain.TierBand;
import org.affinity.profile.tier.domain.TierScheme;
import org.affinity.profile.tier.domain.TierSchemes;

/** Engagement of accounts by named definitions, beside that of accounts like them. */
@ApplicationScoped
public class EngagementService {

    private final BenchmarkRepository benchmarks;
    private final PlatformCatalogue platforms;
    private final Clock clock;

    EngagementService(BenchmarkRepository benchmarks, PlatformCatalogue platforms, Clock clock) {
        this.platforms = platforms;
        this.benchmarks = benchmarks;
        this.clock = clock;
    }

    /** The rate of an account as observed. */
    public Figure rate(EngagementDefinition definition, Platform platform, CurrentFigures current) {
        Optional<EngagementRule> rule = definition.ruleFor(platform);
        if (rule.isEmpty()) {
            return Figure.unknown("NOT_DEFINED_FOR_PLATFORM", definition.title());
        }
        Long followers = current.figures().metrics().followers();
        PostFigures posts = current.figures().postFigures();
        FigureOrigin ofPosts = current.originOf(Observation.POST_FIGURES);
        BigDecimal stated = current.figures().metrics().engagementRate();
        if (definition.id().equals(EngagementDefinitions.DEFAULT) && stated != null) {
            FigureOrigin origin = current.originOf(Observation.ENGAGEMENT_RATE);
            // Posts that somebody else told, or at another time, are not those behind the rate.
            Integer sampleSize = posts == null || !origin.equals(ofPosts) ? null : posts.posts();
            return Figure.observed(stated, rule.get().formula(), sampleSize, origin.source(), origin.observedAt());
        }
        EngagementRate rate = EngagementRate.by(rule.get(), followers, posts);
        if (rate.value() == null) {
            return Figure.unknown(rate.reason(), rule.get().formula());
        }
        FigureOrigin origin = rule.get().base() == EngagementRule.Base.FOLLOWERS
                ? weaker(ofPosts, current.originOf(Observation.FOLLOWERS))
                : ofPosts;
        return Figure.observed(rate.value(), rule.get().formula(), posts.posts(), origin.source(), origin.observedAt());
    }

    private static FigureOrigin weaker(FigureOrigin one, FigureOrigin other) {
        return FigureOrigin.WEAKEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** The rate shrunk towards that of accounts of the same platform and size: few posts count for little. */
    @Transactional
    public Figure shrunkRate(EngagementDefinition definition, Platform platform, CurrentFigures current) {
        Figure rate = rate(definition, platform, current);
        if (rate.value() == null) {
            return Figure.unknown(rate.reason(), Prior.FORMULA);
        }
        Long followers = current.figures().metrics().followers();
        PostFigures posts = current.figures().postFigures();
        Double exposure = EngagementRate.exposure(definition.ruleFor(platform).orElseThrow(), followers, posts);
        Optional<Prior> prior = followers == null ? Optional.empty() : prior(definition.id(), platform, followers);
        if (prior.isEmpty() || exposure == null || exposure <= 0) {
            return Figure.unknown(exposure == null ? "MISSING_AUDIENCE_SIZE" : "NO_BENCHMARK", Prior.FORMULA);
        }
        // A rate that comes without its number of posts counts as one of a single post.
        int counted = rate.sampleSize() == null ? 1 : rate.sampleSize();
        double shrunk = prior.get().shrunk(rate.value().doubleValue(), counted, exposure);
        String definitionText = Prior.FORMULA + "; prior: " + prior.get().origin()
                + (rate.sampleSize() == null ? "; number of posts not told, counted as 1" : "");
        return Figure.observed(
                Figure.decimal(shrunk), definitionText, rate.sampleSize(), rate.source(), rate.observedAt());
    }

    /** How engagement falls with size, by platform; one whose pool is too small is not in it. */
    @Transactional
    public Map<String, AudienceFit> fits() {
        return benchmarks.fits();
    }

    /** The audience/engagement ratio: log2 of the rate over that expected at this number of followers. */
    public Figure audienceRatio(Platform platform, CurrentFigures current, Map<String, AudienceFit> fits) {
        Figure rate = rate(EngagementDefinitions.named(EngagementDefinitions.DEFAULT), platform, current);
        if (rate.value() == null) {
            return Figure.unknown(rate.reason(), AudienceFit.FORMULA);
        }
        if (rate.value().signum() == 0) {
            return Figure.unknown("NO_INTERACTIONS", AudienceFit.FORMULA);
        }
        Long followers = current.figures().metrics().followers();
        if (followers == null) {
            return Figure.unknown("MISSING_FOLLOWERS", AudienceFit.FORMULA);
        }
        AudienceFit fit = fits.get(platform.name());
        if (fit == null) {
            return Figure.unknown("POOL_TOO_SMALL", AudienceFit.FORMULA);
        }
        if (!fit.isUsable()) {
            return Figure.unknown("POOL_WITHOUT_SPREAD", AudienceFit.FORMULA);
        }
        int counted = rate.sampleSize() == null ? 1 : rate.sampleSize();
        var ratio = fit.ratioOf(rate.value().doubleValue(), followers, counted);
        FigureOrigin origin =
                weaker(new FigureOrigin(rate.source(), rate.observedAt()), current.originOf(Observation.FOLLOWERS));
        return Figure.observed(
                        Figure.decimal(ratio.value()),
                        AudienceFit.FORMULA,
                        rate.sampleSize(),
                        origin.source(),
                        origin.observedAt())
                .between(ratio.low(), ratio.high());
    }

    /** Benchmarks for every tier of a scheme, of one platform or, for null, of every platform of which one is known. */
    @Transactional
    public List<BenchmarkEntry> benchmarks(Platform platform, TierScheme scheme, EngagementDefinition definition) {
        Map<String, Benchmark> own =
                benchmarks.find(platform == null ? null : platform.name(), definition.id(), scheme.id()).stream()
                        .collect(Collectors.toMap(found -> found.platform() + found.tier(), Function.identity()));
        var entries = new ArrayList<BenchmarkEntry>();
        List<Platform> all = platforms.known().all().stream()
                .map(PlatformDescription::platform)
                .filter(one -> platform == null || platform.equals(one))
                .toList();
        for (Platform one : all) {
            for (TierBand band : scheme.bands()) {
                Optional<Published> published = definition.id().equals(EngagementDefinitions.DEFAULT)
                        ? PublishedBenchmarks.of(one.name(), band)
                        : Optional.empty();
                entries.add(new BenchmarkEntry(
                        one, band.tier(), Optional.ofNullable(own.get(one + band.tier())), published));
            }
        }
        return entries;
    }

    /** Computes the benchmarks of our own pool anew; how many there are. */
    @Transactional
    public int refresh() {
        return benchmarks.refresh(clock.instant());
    }

    private Optional<Prior> prior(String definition, Platform platform, long followers) {
        String tier = TierSchemes.named(TierSchemes.DEFAULT).tierOf(followers);
        return benchmarks.find(platform.name(), definition, TierSchemes.DEFAULT).stream()
                .filter(benchmark -> benchmark.tier().equals(tier))
                .findFirst()
                .map(Benchmark::prior)
                .or(() -> definition.equals(EngagementDefinitions.DEFAULT)
                        ? PublishedBenchmarks.of(platform.name(), followers).map(Published::prior)
                        : Optional.empty());
    }

    /** What is known of one platform and tier: by our own pool, by a published table, or not at all. */
    public record BenchmarkEntry(
            Platform platform, String tier, Optional<Benchmark> pool, Optional<Published> published) {}
}
