package org.affinity.kit.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule finds the class that was written to break it; the kit itself keeps those that concern it. */
class ArchitectureRulesTest {

    private static final String FIXTURES = "org.affinity.kit.fixture";
    private static final JavaClasses BROKEN = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPath(Path.of("target/test-classes/org/affinity/kit/fixture"));

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ArchitectureRules.pureDomain(FIXTURES), "ImpureRule"),
                Arguments.of(ArchitectureRules.noCyclesBetweenFeatures(FIXTURES), "Cycle detected"),
                Arguments.of(ArchitectureRules.webStaysOnTop(FIXTURES), "UpwardStore"),
                Arguments.of(ArchitectureRules.noFieldInjection(), "FieldInjection"),
                Arguments.of(ArchitectureRules.onlyTheKitHoldsEmitters(FIXTURES), "OwnEmitter"),
                Arguments.of(ArchitectureRules.timeAndIdsComeFromOutside(FIXTURES), "TimeOfItsOwn"),
                Arguments.of(ArchitectureRules.resourcesKeepTheApiRules(), "PlainResource"),
                Arguments.of(ArchitectureRules.writesAnswerRestResponses(), "PlainResource"),
                Arguments.of(ArchitectureRules.consumersKeepTheOrder(), "HastyConsumer"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldFindTheClassThatBreaksTheRule(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(BROKEN)).hasMessageContaining(culprit);
    }

    @Test
    void shouldKeepTheKitSmall() {
        long classes = ArchitectureRules.classesOf("org.affinity.kit").stream()
                .filter(candidate -> !candidate.isNestedClass())
                .count();
        assertThat(classes).isBetween(1L, 55L);
    }

    /** Domains use it, see {@link ArchitectureRules#pureDomain}. */
    @Test
    void shouldKeepCodeListsOfTheKitFreeOfFrameworks() {
        classes()
                .that()
                .resideInAPackage("org.affinity.kit.code..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jakarta.validation..", "org.affinity.kit.code..")
                .check(ArchitectureRules.classesOf("org.affinity.kit"));
    }

    @Test
    void shouldHaveNoFieldInjectionInTheKit() {
        ArchitectureRules.noFieldInjection().check(ArchitectureRules.classesOf("org.affinity.kit"));
    }
}
