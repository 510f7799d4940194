package org.affinity.profile.taxonomy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class TaxonomyComponentTest {

    private final String brand = Tokens.brand(UUID.randomUUID());

    @Test
    void shouldShowTreeWithAttribution() {
        // When
        var reply = as(brand).get("/v1/taxonomies/iab-content-3.1");
        // Then
        reply.then()
                .statusCode(200)
                .body("attribution", containsString("Creative Commons Attribution 3.0"))
                .body("categories.name", hasItem("Food & Drink"))
                .body("categories.find { it.categoryId == '210' }.children.name", hasItem("Cooking"));
    }

    @Test
    void shouldListTaxonomies() {
        // When
        var reply = as(brand).get("/v1/taxonomies");
        // Then
        reply.then()
                .statusCode(200)
                .body("items.taxonomyId", contains("causes-1", "iab-ad-product-2.0", "iab-content-3.1"))
                .body("items.categories", contains(37, 583, 704));
    }

    @Test
    void shouldSearchCategories() {
        // When
        var reply = as(brand)
                .queryParam("query", "COOK")
                .queryParam("parentId", "210")
                .get("/v1/taxonomies/iab-content-3.1/categories");
        // Then
        reply.then()
                .statusCode(200)
                .body("items.categoryId", contains("216", "221"))
                .body("items[0].path", contains("Food & Drink", "Cooking"))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void shouldPageWithoutLossOrRepeat() {
        // Given
        List<String> seen = new ArrayList<>();
        String cursor = null;
        // When
        do {
            var request = as(brand).queryParam("limit", 17);
            var reply = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/taxonomies/causes-1/categories");
            seen.addAll(reply.then().statusCode(200).extract().path("items.categoryId"));
            cursor = reply.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(seen).hasSize(37).doesNotHaveDuplicates().contains("food-aid");
    }

    @Test
    void shouldAnswerUnknownTaxonomyAndBadQueries() {
        // Then
        as(brand).get("/v1/taxonomies/iab-content-9").then().statusCode(404);
        as(brand).get("/v1/taxonomies/causes-1/categories?limit=0").then().statusCode(400);
        as(brand).get("/v1/taxonomies/causes-1/categories?cursor=abc").then().statusCode(400);
        io.restassured.RestAssured.given().get("/v1/taxonomies/causes-1").then().statusCode(401);
    }
}
