package org.affinity.profile.taxonomy.domain;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TaxonomiesTest {

    @Test
    void shouldKnowEveryCategoryOfTheSource() {
        // When
        int content = Taxonomies.CONTENT.categories().size();
        int products = Taxonomies.AD_PRODUCT.categories().size();
        // Then
        assertThat(content).isEqualTo(704);
        assertThat(products).isEqualTo(583);
    }

    @Test
    void shouldLeadFromTheTopToEachCategory() {
        // When
        Category cooking = Taxonomies.CONTENT.find("216").orElseThrow();
        // Then
        assertThat(cooking.name()).isEqualTo("Cooking");
        assertThat(cooking.parentId()).isEqualTo("210");
        assertThat(cooking.path()).containsExactly("Food & Drink", "Cooking");
    }

    @Test
    void shouldTakeCategoryThatIsItsOwnParentForOneAtTheTop() {
        // When
        Category risk = Taxonomies.AD_PRODUCT.find("1000").orElseThrow();
        // Then
        assertThat(risk.parentId()).isNull();
        assertThat(Taxonomies.AD_PRODUCT.childrenOf(null)).contains(risk);
    }

    @Test
    void shouldShowNamesWithoutSpacesAroundThem() {
        // Then
        assertThat(Taxonomies.all())
                .flatExtracting(Taxonomy::categories)
                .allSatisfy(category -> assertThat(category.path())
                        .allSatisfy(name -> assertThat(name).isEqualTo(name.strip()))
                        .last()
                        .isEqualTo(category.name()));
    }

    @Test
    void shouldMarkWholeSubtreesAsSensitive() {
        // When
        List<String> marked = List.of("286", "317", "453", "461", "386", "v9i3On");
        // Then
        assertThat(marked)
                .allMatch(id -> Taxonomies.CONTENT.find(id).orElseThrow().sensitive());
        assertThat(Taxonomies.CONTENT.find("210").orElseThrow().sensitive()).isFalse();
        assertThat(Taxonomies.CAUSES.categories()).noneMatch(Category::sensitive);
    }

    @Test
    void shouldMarkNothingThatIsNotThere() {
        // When
        List<List<String>> rows = Table.read("sensitive.tsv");
        // Then
        assertThat(rows)
                .allMatch(row -> Taxonomies.find(row.getFirst())
                        .orElseThrow()
                        .find(row.get(1))
                        .isPresent());
    }

    @Test
    void shouldFindByTextAndParent() {
        // When
        List<Category> found = Taxonomies.CONTENT.search("FOOD", "210");
        // Then
        assertThat(found)
                .extracting(Category::name)
                .contains("Cooking", "Food Movements")
                .doesNotContain("Food & Drink");
    }
}
