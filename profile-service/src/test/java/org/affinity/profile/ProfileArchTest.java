package org.affinity.profile;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.affinity.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileArchTest {

    private static final String BASE = "org.affinity.profile";

    @Test
    void shouldKeepTheRulesBetweenPackages() {
        // Given
        JavaClasses classes = ArchitectureRules.classesOf(BASE);
        assertThat(classes.contain(BASE + ".creator.CreatorService")).isTrue();
        // Then
        ArchitectureRules.check(classes, BASE);
    }
}
