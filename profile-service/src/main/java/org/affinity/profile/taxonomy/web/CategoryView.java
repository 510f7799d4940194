package org.affinity.profile.taxonomy.web;

import java.util.List;
import org.affinity.profile.taxonomy.domain.Category;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category as the API shows it. */
@Schema(name = "Category", description = "A category of a taxonomy.")
record CategoryView(
        @Schema(description = "Id within the taxonomy.", examples = "216")
        String categoryId,

        @Schema(description = "The category above; null at the top.", nullable = true, examples = "210")
        String parentId,

        @Schema(description = "Name, as its publisher writes it.", examples = "Cooking")
        String name,

        @Schema(description = "Names from the top down.", examples = "[\"Food & Drink\", \"Cooking\"]")
        List<String> path,

        @Schema(
                description = "Whether it could tell of health, belief, opinion or sex life of a person; then it"
                        + " cannot be chosen as a niche.",
                examples = "false")
        boolean sensitive) {

    static CategoryView of(Category category) {
        return new CategoryView(
                category.id(), category.parentId(), category.name(), category.path(), category.sensitive());
    }
}
