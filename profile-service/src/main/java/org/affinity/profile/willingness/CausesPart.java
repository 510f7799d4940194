package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Causes that a creator volunteers for. */
@Schema(name = "Causes", description = "Causes that a creator volunteers for, of the taxonomy causes-1.")
public record CausesPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "The taxonomy of the causes.", examples = "causes-1")
        String taxonomyId,

        @Schema(description = "The causes; empty means not stated.")
        List<Item> items)
        implements Versioned {

    public CausesPart {
        items = List.copyOf(items);
    }

    static CausesPart of(CreatorEntity creator) {
        return new CausesPart(
                creator.id,
                creator.version,
                Taxonomies.CAUSES.id(),
                creator.causes.stream()
                        .map(cause -> Item.of(Taxonomies.CAUSES.find(cause).orElseThrow()))
                        .toList());
    }

    /** One cause. */
    @Schema(name = "Cause", description = "A cause.")
    public record Item(
            @Schema(description = "Id of the cause.", examples = "food-aid")
            String causeId,

            @Schema(description = "Its name.", examples = "Food aid")
            String name) {

        static Item of(Category cause) {
            return new Item(cause.id(), cause.name());
        }
    }
}
