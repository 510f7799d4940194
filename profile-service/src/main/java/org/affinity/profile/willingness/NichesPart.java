package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.WillingnessState;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.affinity.profile.taxonomy.domain.TopicMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sectors and niches of a creator. */
@Schema(name = "Niches", description = "What a creator publishes about, as categories of iab-content-3.1.")
public record NichesPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "The taxonomy of the categories.", examples = "iab-content-3.1")
        String taxonomyId,

        @Schema(description = "What the creator chose, then what their topics name.")
        List<Item> items,

        @Schema(description = "Topics of the profile that name no category.", examples = "[\"slow life\"]")
        List<String> unmappedTopics)
        implements Versioned {

    public NichesPart {
        items = List.copyOf(items);
        unmappedTopics = List.copyOf(unmappedTopics);
    }

    static NichesPart of(CreatorEntity creator) {
        return new NichesPart(
                creator.id,
                creator.version,
                Taxonomies.CONTENT.id(),
                WillingnessState.niches(creator.niches, creator.topics).stream()
                        .map(Item::of)
                        .toList(),
                creator.topics.stream()
                        .filter(topic -> TopicMapping.categoryOf(topic).isEmpty())
                        .toList());
    }

    /** One category. */
    @Schema(name = "Niche", description = "A category that a creator publishes in.")
    public record Item(
            @Schema(description = "Id of the category.", examples = "216")
            String categoryId,

            @Schema(description = "Its name.", examples = "Cooking")
            String name,

            @Schema(description = "Names from the top down.", examples = "[\"Food & Drink\", \"Cooking\"]")
            List<String> path,

            @Schema(
                    description = "DECLARED when the creator chose it, TOPIC when a topic of the profile names it.",
                    examples = "TOPIC")
            WillingnessState.NicheSource source,

            @Schema(description = "The topic that names it; null when chosen.", nullable = true, examples = "cuisine")
            String topic) {

        static Item of(WillingnessState.Niche niche) {
            Category category = Taxonomies.CONTENT.find(niche.categoryId()).orElseThrow();
            return new Item(category.id(), category.name(), category.path(), niche.source(), niche.topic());
        }
    }
}
