package org.affinity.matching;

import org.affinity.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class MatchingArchTest {

    private static final String BASE = "org.affinity.matching";

    @Test
    void shouldKeepTheRulesOfThePlatform() {
        // Given

        // When
        // Then
        ArchitectureRules.check(ArchitectureRules.classesOf(BASE), BASE);
    }
}
