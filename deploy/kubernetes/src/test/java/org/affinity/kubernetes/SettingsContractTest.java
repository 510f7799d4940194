package org.affinity.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The environment is one contract in two places: the manifests, and what the services document. */
class SettingsContractTest {

    /** A table's row whose first cell is a variable, as {@code | `NAME` | … |}. */
    private static final Pattern ROW = Pattern.compile("^\\|\\s*`([A-Z][A-Z0-9_]+)`\\s*\\|", Pattern.MULTILINE);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("servicesOfEachOverlay")
    void shouldSetExactlyTheDocumentedVariables(String overlay, String service) throws IOException {
        // Given
        Manifests manifests = ManifestFiles.render(overlay);
        Workload workload = new Workload(manifests.the("Deployment", service));
        Set<String> documented = documentedBy("service-kit");
        documented.addAll(documentedBy(service));

        // When
        Set<String> variables = SettingRules.variables(manifests, workload);

        // Then
        assertThat(variables).isEqualTo(documented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "campaign-service", "matching-service", "reporting-service"})
    void shouldPointFromTheServicesReadmeToTheCommonSettings(String service) throws IOException {
        // Given
        Path readme = ManifestFiles.PROJECT.resolve(service).resolve("README.md");

        // When
        String text = Files.readString(readme);

        // Then
        assertThat(text).contains("../service-kit/README.md#settings-of-every-service");
    }

    static Stream<Arguments> servicesOfEachOverlay() {
        return ManifestFiles.overlays().stream()
                .flatMap(overlay -> ManifestFiles.render(overlay)
                        .workloads()
                        .map(workload -> Arguments.of(overlay, workload.name())));
    }

    private static Set<String> documentedBy(String module) throws IOException {
        return ROW.matcher(
                        Files.readString(ManifestFiles.PROJECT.resolve(module).resolve("README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
