package org.affinity.profile.taxonomy.domain;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TopicMappingTest {

    @ParameterizedTest
    @CsvSource({
        "food & drink, 210",
        "Food and Drinks, 210",
        "cuisine, 216",
        "Pâtisserie, 217",
        "beauté, 553",
        "mode, 552",
        "voyages, 653",
        "jeux vidéo, 680",
        "Cinema & Actors, 324",
        "lifestyle, TIFQA5"
    })
    void shouldFindCategoryByNameOrAliasInFrenchAndEnglish(String topic, String category) {
        // When
        var found = TopicMapping.categoryOf(topic);
        // Then
        assertThat(found).contains(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"slow life", "", "&", "le", "日本", "cancer", "islam", "politics", "elections", "mental health"})
    void shouldGuessNothingAndNeverLeadToSensitiveCategory(String topic) {
        // When
        var found = TopicMapping.categoryOf(topic);
        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void shouldFindEachAliasOfTheTable() {
        // When
        var rows = Table.read("topic-aliases.tsv");
        // Then
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(Taxonomies.CONTENT.find(row.getFirst()))
                    .hasValueSatisfying(
                            category -> assertThat(category.sensitive()).isFalse());
            assertThat(Arrays.stream(row.get(1).split("\\|", -1)))
                    .allMatch(alias -> TopicMapping.categoryOf(alias).equals(java.util.Optional.of(row.getFirst())));
        });
    }
}
