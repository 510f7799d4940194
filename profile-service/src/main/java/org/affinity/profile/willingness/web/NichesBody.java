package org.affinity.profile.willingness.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Niches as sent. */
@Schema(name = "NichesRequest", description = "Categories that a creator chooses.")
record NichesBody(
        @Schema(
                description = "Ids of categories of iab-content-3.1, each once; those that could tell of health,"
                        + " belief, opinion or sex life of the creator cannot be chosen.",
                examples = "[\"216\"]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Size(max = 20) String> categoryIds) {

    /** The ids, when they break no rule. */
    List<String> checked() {
        return CategoryIds.checked(Taxonomies.CONTENT, categoryIds, "/categoryIds");
    }
}
