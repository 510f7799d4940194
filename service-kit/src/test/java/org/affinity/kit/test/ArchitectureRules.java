package org.affinity.kit.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.annotations.Incomings;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.affinity.kit.http.ApiResource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.resteasy.reactive.RestResponse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules between packages and classes that hold in every service. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** The main classes below a package. */
    public static JavaClasses classesOf(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
    }

    /** Fails unless the classes keep every rule. */
    public static void check(JavaClasses classes, String basePackage) {
        rules(basePackage).forEach(rule -> rule.check(classes));
    }

    static List<ArchRule> rules(String basePackage) {
        return List.of(
                pureDomain(basePackage),
                noCyclesBetweenFeatures(basePackage),
                webStaysOnTop(basePackage),
                noFieldInjection(),
                onlyTheKitHoldsEmitters(basePackage),
                timeAndIdsComeFromOutside(basePackage),
                resourcesKeepTheApiRules(),
                writesAnswerRestResponses(),
                consumersKeepTheOrder());
    }

    /** Rules that carry the domain know no framework, so that they are tested without a container. */
    static ArchRule pureDomain(String basePackage) {
        return classes()
                .that(resideInAPackage(basePackage + "..domain.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                basePackage + "..domain..",
                                "org.affinity.kit.code..",
                                "org.affinity.kit.problem..",
                                "org.affinity.kit.json..",
                                "org.eclipse.microprofile.openapi.annotations..",
                                "jakarta.validation..",
                                "de.siegmar.fastcsv..",
                                "org.apache.commons.statistics.distribution..",
                                "com.fasterxml.jackson..")
                        .or(resideInAPackage(basePackage)))
                .allowEmptyShould(true);
    }

    static ArchRule noCyclesBetweenFeatures(String basePackage) {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static ArchRule webStaysOnTop(String basePackage) {
        return noClasses()
                .that(resideInAnyPackage(basePackage + "..store..", basePackage + "..domain.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(basePackage + "..web..", basePackage + "..messaging.."))
                .allowEmptyShould(true);
    }

    static ArchRule noFieldInjection() {
        return fields().should().notBeAnnotatedWith(Inject.class).allowEmptyShould(true);
    }

    static ArchRule onlyTheKitHoldsEmitters(String basePackage) {
        return noClasses()
                .that(resideInAPackage(basePackage + ".."))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.equivalentTo(Channel.class)
                        .or(resideInAPackage("org.apache.kafka.clients.producer..")))
                .allowEmptyShould(true);
    }

    static ArchRule timeAndIdsComeFromOutside(String basePackage) {
        return noClasses()
                .that(resideInAPackage(basePackage + ".."))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .allowEmptyShould(true);
    }

    static ArchRule resourcesKeepTheApiRules() {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(ApiResource.class)
                .andShould()
                .beAnnotatedWith(RunOnVirtualThread.class)
                .allowEmptyShould(true);
    }

    static ArchRule writesAnswerRestResponses() {
        return methods()
                .that()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .or()
                .areAnnotatedWith(DELETE.class)
                .should()
                .haveRawReturnType(RestResponse.class)
                .allowEmptyShould(true);
    }

    /** On virtual threads batches of one channel would overlap: {@code @Blocking} handles one after the other. */
    static ArchRule consumersKeepTheOrder() {
        return methods()
                .that()
                .areAnnotatedWith(Incoming.class)
                .or()
                .areAnnotatedWith(Incomings.class)
                .should()
                .beAnnotatedWith(Blocking.class)
                .andShould()
                .notBeAnnotatedWith(RunOnVirtualThread.class)
                .allowEmptyShould(true);
    }
}
