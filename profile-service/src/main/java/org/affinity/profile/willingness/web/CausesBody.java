package org.affinity.profile.willingness.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Causes as sent. */
@Schema(name = "CausesRequest", description = "Causes that a creator volunteers for.")
record CausesBody(
        @Schema(description = "Ids of causes of the taxonomy causes-1, each once.", examples = "[\"food-aid\"]")
        @NotNull
        @Size(max = 40)
        List<@NotNull @Size(max = 40) String> causeIds) {

    /** The ids, when they break no rule. */
    List<String> checked() {
        return CategoryIds.checked(Taxonomies.CAUSES, causeIds, "/causeIds");
    }
}
