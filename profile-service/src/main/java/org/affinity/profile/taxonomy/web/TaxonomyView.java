package org.affinity.profile.taxonomy.web;

import java.util.List;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A taxonomy as the API shows it. */
@Schema(name = "Taxonomy", description = "A tree of categories.")
record TaxonomyView(
        @Schema(description = "Id of the taxonomy.", examples = "iab-content-3.1")
        String taxonomyId,

        @Schema(description = "Title.", examples = "IAB Content Taxonomy 3.1")
        String title,

        @Schema(
                description = "Whose work it is and under which licence.",
                examples = "© IAB Technology Laboratory, Creative Commons Attribution 3.0")
        String attribution,

        @Schema(description = "Categories at the top, with those below.")
        List<Node> categories) {

    TaxonomyView {
        categories = List.copyOf(categories);
    }

    static TaxonomyView of(Taxonomy taxonomy) {
        return new TaxonomyView(taxonomy.id(), taxonomy.title(), taxonomy.attribution(), nodes(taxonomy, null));
    }

    private static List<Node> nodes(Taxonomy taxonomy, String parentId) {
        return taxonomy.childrenOf(parentId).stream()
                .map(category -> Node.of(taxonomy, category))
                .toList();
    }

    /** A category with those below it. */
    @Schema(name = "CategoryNode", description = "A category with those below it.")
    record Node(
            @Schema(description = "Id within the taxonomy.", examples = "210")
            String categoryId,

            @Schema(description = "Name, as its publisher writes it.", examples = "Food & Drink")
            String name,

            @Schema(
                    description = "Whether it could tell of health, belief, opinion or sex life of a person.",
                    examples = "false")
            boolean sensitive,

            @Schema(description = "Categories right below.") List<Node> children) {

        Node {
            children = List.copyOf(children);
        }

        static Node of(Taxonomy taxonomy, Category category) {
            return new Node(category.id(), category.name(), category.sensitive(), nodes(taxonomy, category.id()));
        }
    }
}
