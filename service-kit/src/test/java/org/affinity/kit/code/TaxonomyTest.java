package org.affinity.kit.code;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TaxonomyTest {

    @ParameterizedTest
    @CsvSource({
        "cooking, cuisine",
        "cuisine, Recettes",
        "Food & Drinks, cuisine",
        "fitness, course à pied",
        "crêpes, CREPE",
        "slow life, Slow-Life",
        "日本, 日本",
        "&, &"
    })
    void shouldTakeSameWordsSameCategoryAndOneAboveForCovered(String broad, String narrow) {
        // When
        boolean covered = Taxonomy.CONTENT.covers(broad, narrow);
        // Then
        assertThat(covered).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cuisine, food", "vegan, food", "cuisine, pâtisserie", "slow life, lifestyle", "日本, 中国", "&, #", "le, &"
    })
    void shouldNotTakeForCoveredWhatIsWiderBesideOrUnknown(String broad, String narrow) {
        // When
        boolean covered = Taxonomy.CONTENT.covers(broad, narrow);
        // Then
        assertThat(covered).isFalse();
    }
}
