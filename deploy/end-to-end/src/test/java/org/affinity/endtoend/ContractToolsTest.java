package org.affinity.endtoend;

import java.nio.file.Path;
import org.affinity.endtoend.ContractTools.Findings;
import org.affinity.node.NodeWorkspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What outside tools make of the contracts that the services publish. */
class ContractToolsTest {

    private static final System.Logger LOG = System.getLogger(ContractToolsTest.class.getName());
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path PROJECT = MODULE.resolve("../..").normalize();
    private static final Path SAMPLES = MODULE.resolve("src/test/resources/contracts");

    private static ContractTools tools;

    @BeforeAll
    static void openWorkspace() {
        tools = new ContractTools(
                NodeWorkspace.require(MODULE.resolve("src/test/node"), MODULE.resolve("target/node")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "campaign-service", "matching-service", "reporting-service"})
    void shouldSatisfyRedocly(String service) {
        // Given
        Path document = contract(service, "openapi.yaml");

        // When
        Findings findings = tools.redocly(document);

        // Then
        assertThat(noted(service, findings).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "campaign-service", "matching-service", "reporting-service"})
    void shouldSatisfySpectral(String service) {
        // Given
        Path document = contract(service, "openapi.yaml");

        // When
        Findings findings = tools.spectral(document);

        // Then
        assertThat(noted(service, findings).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "campaign-service", "matching-service", "reporting-service"})
    void shouldGiveTypeScriptClientsTypesThatCompile(String service) {
        // Given
        Path document = contract(service, "openapi.yaml");

        // When
        Findings findings = tools.typeScript(document, service);

        // Then
        assertThat(findings.errors()).isEmpty();
    }

    @Test
    void shouldGiveTypeScriptClientsFieldsThatAreAlwaysThere() {
        // Given
        Path document = contract("campaign-service", "openapi.yaml");
        String client = """
                import type { components } from "./types";
                type Schemas = components["schemas"];
                export const budget = (campaign: Schemas["CampaignView"]): string =>
                  campaign.name + campaign.brief.budget.amount;
                export const next = (page: Schemas["PageCampaignView"]): string | null => page.nextCursor;
                """;

        // When
        Findings findings = tools.typeScriptClient(document, "always", client);
        Findings ofNullAsText = tools.typeScriptClient(document, "always", client.replace("string | null", "string"));

        // Then
        assertThat(findings.errors()).isEmpty();
        assertThat(ofNullAsText.errors()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-service", "campaign-service", "matching-service", "reporting-service"})
    void shouldSatisfyTheAsyncApiParser(String service) {
        // Given
        Path document = contract(service, "asyncapi.yaml");

        // When
        Findings findings = tools.asyncApi(document);

        // Then
        assertThat(noted(service, findings).errors()).isEmpty();
    }

    @Test
    void shouldAcceptAGoodOpenApiDocumentWithEveryTool() {
        // Given
        Path document = SAMPLES.resolve("good-openapi.yaml");

        // When
        Findings redocly = tools.redocly(document);
        Findings spectral = tools.spectral(document);
        Findings types = tools.typeScript(document, "good");

        // Then
        assertThat(redocly.errors()).isEmpty();
        assertThat(spectral.errors()).isEmpty();
        assertThat(types.errors()).isEmpty();
    }

    @Test
    void shouldRefuseABrokenOpenApiDocumentWithEveryTool() {
        // Given
        Path document = SAMPLES.resolve("broken-openapi.yaml");

        // When
        Findings redocly = tools.redocly(document);
        Findings spectral = tools.spectral(document);
        Findings types = tools.typeScript(document, "broken");

        // Then
        assertThat(redocly.errors()).anyMatch(error -> error.startsWith("path-parameters-defined"));
        assertThat(spectral.errors()).anyMatch(error -> error.startsWith("path-params"));
        assertThat(types.errors()).isNotEmpty();
    }

    @Test
    void shouldTellAGoodAsyncApiDocumentFromABrokenOne() {
        // Given
        Path good = SAMPLES.resolve("good-asyncapi.yaml");
        Path broken = SAMPLES.resolve("broken-asyncapi.yaml");

        // When
        Findings ofGood = tools.asyncApi(good);
        Findings ofBroken = tools.asyncApi(broken);

        // Then
        assertThat(ofGood.errors()).isEmpty();
        assertThat(ofBroken.errors()).anyMatch(error -> error.startsWith("invalid-ref"));
    }

    private static Path contract(String service, String file) {
        return PROJECT.resolve(service).resolve(file);
    }

    private static Findings noted(String service, Findings findings) {
        findings.warnings().forEach(warning -> LOG.log(System.Logger.Level.INFO, "{0}: {1}", service, warning));
        return findings;
    }
}
