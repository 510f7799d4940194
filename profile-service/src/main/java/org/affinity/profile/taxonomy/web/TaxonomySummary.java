package org.affinity.profile.taxonomy.web;

import org.affinity.profile.taxonomy.domain.Taxonomy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A taxonomy without its categories, as the API shows it. */
@Schema(name = "TaxonomySummary", description = "A taxonomy without its categories.")
record TaxonomySummary(
        @Schema(description = "Id of the taxonomy.", examples = "iab-content-3.1")
        String taxonomyId,

        @Schema(description = "Title.", examples = "IAB Content Taxonomy 3.1")
        String title,

        @Schema(
                description = "Whose work it is and under which licence.",
                examples = "© IAB Technology Laboratory, Creative Commons Attribution 3.0")
        String attribution,

        @Schema(description = "How many categories it has.", examples = "704")
        int categories) {

    static TaxonomySummary of(Taxonomy taxonomy) {
        return new TaxonomySummary(
                taxonomy.id(),
                taxonomy.title(),
                taxonomy.attribution(),
                taxonomy.categories().size());
    }
}
