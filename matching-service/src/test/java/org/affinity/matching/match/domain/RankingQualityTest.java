package org.affinity.matching.match.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.SelfDescription;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.ExhaustiveEngine;
import org.affinity.matching.engine.domain.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ranks real creators for real brands, from nothing but names, categories and bios. Nothing is learned from the links,
 * so folds only show how much the figures vary.
 */
@EnabledIfEnvironmentVariable(named = RealData.VARIABLE, matches = ".+")
class RankingQualityTest {

    private static final int FOLDS = 5;

    private final Map<String, JsonNode> brands = RealData.json("brand-links/brand-bios-train.jsonl").stream()
            .collect(Collectors.toMap(brand -> brand.get("brand").asText(), Function.identity()));
    private final Map<String, String> bios = RealData.json("brand-links/influencer-bios-dev.jsonl").stream()
            .collect(Collectors.toMap(
                    creator -> creator.get("handle").asText(), creator -> RealData.text(creator.get("bioTokens"))));

    @Test
    void shouldFindWhoWorkedWithABrandBetterThanTextAlone(TestReporter reporter) {
        // Given
        Map<String, Set<String>> links = links("brand-links/bio-benchmark-dev-links.csv");

        // When
        List<RankingQuality.Ranking<UUID>> rankings = rankings(bios.keySet(), links);
        RankingQuality all = RankingQuality.of(rankings);

        // Then
        report(reporter, "creators with a bio", rankings);
        // The plain similarity of texts reaches R@50 .234 and MAP .103 here.
        assertThat(all.recallAt50()).isGreaterThan(0.30);
        assertThat(all.averagePrecision()).isGreaterThan(0.12);
        assertThat(all.areaUnderCurve()).isGreaterThan(0.60);
    }

    @Test
    void shouldFindThemAmongAllCreatorsToo(TestReporter reporter) {
        // Given
        Map<String, Set<String>> links = links("brand-links/links-train.csv");
        Set<String> everybody = RealData.csv("brand-links/candidates-train.csv").stream()
                .map(row -> row.get("micro_influencer"))
                .collect(Collectors.toSet());

        // When
        List<RankingQuality.Ranking<UUID>> rankings = rankings(everybody, links);
        RankingQuality all = RankingQuality.of(rankings);

        // Then
        report(reporter, "all creators, six of seven without a bio", rankings);
        // By chance R@50 is .016 and MAP .006.
        assertThat(all.recallAt50()).isGreaterThan(0.05);
        assertThat(all.averagePrecision()).isGreaterThan(0.015);
    }

    private Map<String, Set<String>> links(String file) {
        Map<String, Set<String>> links = new TreeMap<>();
        RealData.csv(file).stream()
                .filter(row -> brands.containsKey(row.get("brand")))
                .forEach(row -> links.computeIfAbsent(row.get("brand"), _ -> new TreeSet<>())
                        .add(row.get("micro_influencer")));
        return links;
    }

    private List<RankingQuality.Ranking<UUID>> rankings(Collection<String> handles, Map<String, Set<String>> links) {
        ExhaustiveEngine engine = new ExhaustiveEngine(ShippedData.COLUMNS.schema());
        handles.forEach(handle -> engine.put(ShippedData.ENCODER.encode(candidate(handle))));
        Map<String, Set<UUID>> byCategory = new HashMap<>();
        links.forEach((brand, creators) -> creators.forEach(creator -> byCategory
                .computeIfAbsent(category(brand), _ -> new HashSet<>())
                .add(id(creator))));
        return links.entrySet().stream()
                .map(link -> {
                    Answer answer = engine.search(ShippedData.PLANS
                            .of(brief(link.getKey()), Map.of(), ShippedData.AS_OF)
                            .forEngine(handles.size()));
                    return new RankingQuality.Ranking<>(
                            answer.hits().stream().map(Hit::id).toList(),
                            link.getValue().stream().map(RankingQualityTest::id).collect(Collectors.toSet()),
                            byCategory.get(category(link.getKey())));
                })
                .toList();
    }

    private String category(String brand) {
        return brands.get(brand).get("category").asText();
    }

    private Brief brief(String brand) {
        return BriefBuilder.brief()
                .brand(brand)
                .description(
                        category(brand) + " " + RealData.text(brands.get(brand).get("bioTokens")))
                .build();
    }

    /** Of equal size, as sizes are not told. */
    private Candidate candidate(String handle) {
        Account account =
                new Account(id(handle), Platform.INSTAGRAM, handle, 10_000L, null, null, null, MetricSource.NETWORK);
        return new Candidate(
                id(handle),
                1,
                true,
                null,
                Set.of(),
                null,
                Set.of(),
                List.of(account),
                List.of(),
                0,
                null,
                null,
                null,
                null,
                new SelfDescription(bios.get(handle), null, null, null, null, null),
                null,
                null);
    }

    private static UUID id(String handle) {
        return UUID.nameUUIDFromBytes(handle.getBytes(StandardCharsets.UTF_8));
    }

    private static void report(TestReporter reporter, String what, List<RankingQuality.Ranking<UUID>> rankings) {
        reporter.publishEntry(what, RankingQuality.of(rankings).toString());
        IntStream.range(0, FOLDS)
                .forEach(fold -> reporter.publishEntry(
                        what + ", fold " + (fold + 1),
                        RankingQuality.of(IntStream.range(0, rankings.size())
                                        .filter(i -> i % FOLDS == fold)
                                        .mapToObj(rankings::get)
                                        .toList())
                                .toString()));
    }
}
