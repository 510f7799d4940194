package org.affinity.campaign;

import org.affinity.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CampaignArchTest {

    private static final String BASE = "org.affinity.campaign";

    @Test
    void shouldKeepTheRulesBetweenPackages() {
        ArchitectureRules.check(ArchitectureRules.classesOf(BASE), BASE);
    }
}
