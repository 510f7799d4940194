package org.affinity.reporting;

import org.affinity.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ReportingArchTest {

    private static final String BASE = "org.affinity.reporting";

    @Test
    void shouldKeepTheRulesBetweenPackages() {
        ArchitectureRules.check(ArchitectureRules.classesOf(BASE), BASE);
    }
}
