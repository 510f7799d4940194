package org.affinity.kubernetes;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestRulesTest {

    private static final String PRODUCTION = "production";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rulesOfEachOverlay")
    void shouldFindNothingWrongInAnOverlay(String overlay, Rule rule) {
        // Given
        Manifests manifests = ManifestFiles.render(overlay);

        // When
        List<String> findings = rule.findings(manifests);

        // Then
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void shouldCatchTheFault(Mutant mutant) {
        // Given
        Manifests faulty = mutant.applyTo(ManifestFiles.render(PRODUCTION));

        // When
        List<String> findings = Rule.named(mutant.rule()).findings(faulty);

        // Then
        assertThat(findings).isNotEmpty();
    }

    @Test
    void shouldHaveAMutantForEachRule() {
        // Given
        List<String> rules = Rule.all().stream().map(Rule::name).toList();

        // When
        List<String> caught =
                RuleMutants.all().stream().map(Mutant::rule).distinct().toList();

        // Then
        assertThat(caught).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void shouldKeepTwoPodsOfEachServiceInProduction() {
        // Given
        Manifests production = ManifestFiles.render(PRODUCTION);

        // When
        List<Integer> replicas = production
                .workloads()
                .map(workload -> workload.object().at("/spec/replicas").asInt())
                .toList();

        // Then
        assertThat(replicas).hasSize(4).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(2));
    }

    static Stream<Arguments> rulesOfEachOverlay() {
        return ManifestFiles.overlays().stream()
                .flatMap(overlay -> Rule.all().stream().map(rule -> Arguments.of(overlay, rule)));
    }

    static List<Mutant> mutants() {
        return RuleMutants.all();
    }
}
