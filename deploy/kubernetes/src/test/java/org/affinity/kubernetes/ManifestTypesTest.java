package org.affinity.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestTypesTest {

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldFitThePublishedTypes(String overlay) {
        // Given
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        ManifestFiles.render(overlay)
                .objects()
                .forEach(object -> objects.put(object.path("kind").asText() + "-" + Manifests.nameOf(object), object));

        // When
        Map<String, List<String>> findings = new TypeChecker(overlay).check(objects);

        // Then
        assertThat(objects).hasSizeGreaterThan(20);
        assertThat(findings).isEmpty();
    }

    @Test
    void shouldCatchEveryFaultThatTypesCanSee() {
        // Given
        Map<String, ObjectNode> faulty = new LinkedHashMap<>();
        Manifests production = ManifestFiles.render("production");
        mutants().forEach(mutant -> faulty.put(mutant.rule(), mutant.changed(production)));

        // When
        Map<String, List<String>> findings = new TypeChecker("mutants").check(faulty);

        // Then
        assertThat(findings).containsOnlyKeys(faulty.keySet());
    }

    static List<String> overlays() {
        return ManifestFiles.overlays();
    }

    private static List<Mutant> mutants() {
        return List.of(
                fault("misspelt-pod-field", POD, "enableServiceLink", "false"),
                fault("misspelt-container-field", CONTAINER, "imagePullPolice", "Always"),
                fault("misspelt-probe-field", CONTAINER + "/livenessProbe", "periodSecond", "3"),
                fault("number-as-text", POD, "terminationGracePeriodSeconds", "'45'"),
                fault("text-as-number", CONTAINER, "image", "17"),
                fault("list-as-object", CONTAINER, "env", "{QUARKUS_HTTP_PORT: '8080'}"),
                fault("boolean-as-text", POD + "/securityContext", "runAsNonRoot", "'true'"),
                fault("missing-name", CONTAINER, "name", null),
                fault("missing-selector", "/spec", "selector", null),
                fault("unknown-kind", "", "kind", "Deploymet"),
                fault("unknown-version", "", "apiVersion", "apps/v1beta9"),
                fault("unknown-group", "", "apiVersion", "extensions.example/v1"),
                fault("malformed-quantity", CONTAINER + "/resources/limits", "memory", "384 MB"));
    }

    private static Mutant fault(String name, String parent, String field, String value) {
        return new Mutant(name, "Deployment", "profile-service", parent, field, value);
    }
}
