package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.affinity.profile.questionnaire.domain.SpecialCategories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** No question, event, column or field of an API, in any service, names special-category data (GDPR art. 9). */
class SpecialCategoryLintContractTest {

    private static final SpecialCategories WORDS = QuestionnaireFiles.specialCategories();
    private static final Path ROOT = Path.of(System.getProperty("affinity.root", ".."));
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern COLUMN = Pattern.compile(
            "^\\s*(?:add column (?:if not exists )?|alter table \\w+ add column (?:if not exists )?|create table )?\"?(\\w+)\"?",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> SERVICES =
            List.of("profile-service", "campaign-service", "matching-service", "reporting-service");

    @Test
    void shouldFindNothingInTheEventsOfAllServices() throws IOException {
        // Given
        List<Path> contracts = files(ROOT.resolve("service-kit/src/main/resources/event-contracts"), ".json");
        assertThat(contracts).hasSizeGreaterThan(10);

        // When
        List<String> names = new ArrayList<>();
        for (Path contract : contracts) {
            JsonNode document = YAML.readTree(contract.toFile());
            properties(document, names);
            if (!contract.toString().endsWith(".schema.json")) {
                keys(document, names);
            }
        }

        // Then
        assertThat(names).contains("birthYear", "minor", "completedCollaborations");
        assertThat(findings(names)).isEmpty();
    }

    @Test
    void shouldFindNothingInTheApisOfAllServices() throws IOException {
        // Given
        List<String> names = new ArrayList<>();

        // When
        for (String service : SERVICES) {
            JsonNode document =
                    YAML.readTree(ROOT.resolve(service).resolve("openapi.yaml").toFile());
            properties(document, names);
            document.path("paths").properties().forEach(path -> {
                names.add(path.getKey());
                path.getValue()
                        .forEach(operation -> operation
                                .path("parameters")
                                .forEach(parameter ->
                                        names.add(parameter.path("name").asText())));
            });
        }

        // Then
        assertThat(names).contains("displayName", "/v1/creators", "cursor");
        assertThat(findings(names)).isEmpty();
    }

    @Test
    void shouldFindNothingInTheTablesOfAllServices() throws IOException {
        // Given
        List<String> names = new ArrayList<>();

        // When
        for (String service : SERVICES) {
            for (Path migration : files(ROOT.resolve(service).resolve("src/main/resources/db/migration"), ".sql")) {
                names.addAll(columns(Files.readString(migration)));
            }
        }

        // Then
        assertThat(names).contains("birth_year", "guardian_consent_on", "creator");
        assertThat(findings(names)).isEmpty();
    }

    @Test
    void shouldFindNothingInQuestionnaires() {
        // Given
        List<String> names = new ArrayList<>();
        ShippedQuestionnaire.get().questions().forEach(question -> {
            names.add(question.id());
            names.add(question.label().en());
            names.add(question.label().fr());
            question.choices().forEach(choice -> names.add(choice.label().fr()));
        });

        // When
        List<String> findings = findings(names);

        // Then
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "healthStatus",
                "is_pregnant",
                "maladies-chroniques",
                "Avez-vous une allergie ?",
                "religion",
                "croyances",
                "prefersHalal",
                "politicalParty",
                "opinionPolitique",
                "ethnicOrigin",
                "origine_ethnique",
                "skinColor",
                "tradeUnionMember",
                "syndicat",
                "sexualOrientation",
                "vie sexuelle",
                "dnaSample",
                "données génétiques",
                "empreinteDigitale",
                "biometricTemplate"
            })
    void shouldBiteOnOffenders(String offender) {
        assertThat(WORDS.find(offender)).isPresent();
    }

    @Test
    void shouldBiteInEverySortOfDocument() throws IOException {
        // Given
        List<String> inSchema = new ArrayList<>();
        List<String> inExample = new ArrayList<>();

        // When
        properties(YAML.readTree("{properties: {person: {properties: {bloodGroup: {type: string}}}}}"), inSchema);
        keys(YAML.readTree("[{person: {religion: x}}]"), inExample);
        List<String> inTable = columns("create table creator (\n    id uuid,\n    ethnicity text not null\n);\n"
                + "alter table creator add column vaccinated boolean;");

        // Then
        assertThat(findings(inSchema)).singleElement().asString().contains("health", "bloodGroup");
        assertThat(findings(inExample)).singleElement().asString().contains("religion");
        assertThat(findings(inTable)).hasSize(2).anyMatch(finding -> finding.contains("vaccinated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embrace", "trackRecord", "grace", "unionOf", "contest", "adnate"})
    void shouldMatchWholeWordsOnly(String innocent) {
        assertThat(WORDS.find(innocent)).isEmpty();
    }

    @Test
    void shouldAllowANameOnlyWithAReason() {
        // Given
        var allowing = new SpecialCategories(
                WORDS.categories(), List.of(new SpecialCategories.Allowed("dogRace", "French for breed")));

        // When
        var finding = allowing.find("dogRace");

        // Then
        assertThat(finding).isEmpty();
        assertThat(allowing.find("catRace")).isPresent();
        assertThatThrownBy(() -> new SpecialCategories.Allowed("dogRace", " ")).hasMessageContaining("reason");
    }

    private static List<String> findings(List<String> names) {
        return names.stream()
                .distinct()
                .flatMap(name -> WORDS.find(name).stream())
                .map(SpecialCategories.Finding::toString)
                .toList();
    }

    /** Names of properties of JSON Schemas, wherever they stand. */
    private static void properties(JsonNode node, List<String> names) {
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            names.add(property.getKey());
        }
        node.forEach(child -> properties(child, names));
    }

    private static void keys(JsonNode node, List<String> names) {
        node.properties().forEach(entry -> names.add(entry.getKey()));
        node.forEach(child -> keys(child, names));
    }

    private static List<String> columns(String migration) {
        return migration
                .lines()
                .filter(line -> !line.strip().startsWith("--"))
                .map(COLUMN::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
