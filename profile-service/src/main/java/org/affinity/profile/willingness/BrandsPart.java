package org.affinity.profile.willingness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.domain.BrandRelation;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.store.BrandRow;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator has to do with brands, as far as the caller may see it. */
@Schema(
        name = "Brands",
        description =
                "What a creator has to do with brands. Whom they refuse is shown to the creator and to operators.")
public record BrandsPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "The ties, in the creator's order; those that were measured come last.")
        List<Item> items)
        implements Versioned {

    public BrandsPart {
        items = List.copyOf(items);
    }

    static BrandsPart of(CreatorEntity creator) {
        return new BrandsPart(
                creator.id,
                creator.version,
                creator.brands.stream().map(BrandRow::tie).map(Item::of).toList());
    }

    /** One tie. */
    @Schema(name = "BrandTie", description = "What a creator has to do with one brand.")
    public record Item(
            @Schema(
                    description = "What they have to do with each other. More values may come.",
                    examples = "WORKED_WITH")
            BrandRelation relation,

            @Schema(description = "Name of the brand.", examples = "Maison Potage")
            String name,

            @Schema(
                    description = "The name as it is compared: without accents, case, punctuation and legal form.",
                    examples = "maison potage")
            String key,

            @Schema(
                    description = "Category of the taxonomy iab-ad-product-2.0; null when not said.",
                    nullable = true,
                    examples = "1123")
            String sector,

            @Schema(description = "Name of the sector.", nullable = true, examples = "Consumer Packaged Goods")
            String sectorName,

            @Schema(description = "When they worked together.", nullable = true, examples = "2025-11-20")
            LocalDate workedOn,

            @Schema(description = "What was made.", nullable = true, examples = "Three reels about winter soups")
            String what,

            @Schema(description = "Where it can be seen.", nullable = true, examples = "https://example.com/soups")
            String proofUrl,

            @Schema(
                    description = "What came of it, in the creator's words.",
                    nullable = true,
                    examples = "Sold out in two days")
            String result,

            @Schema(
                    description = "DECLARED by the creator, or MEASURED: a collaboration on this platform came to a"
                            + " result.",
                    examples = "DECLARED")
            FactSource source) {

        static Item of(BrandTie tie) {
            return new Item(
                    tie.relation(),
                    tie.name().value(),
                    tie.name().key(),
                    tie.sector(),
                    tie.sector() == null
                            ? null
                            : Taxonomies.AD_PRODUCT
                                    .find(tie.sector())
                                    .map(Category::name)
                                    .orElse(null),
                    tie.workedOn(),
                    tie.what(),
                    tie.proofUrl(),
                    tie.result(),
                    tie.source());
        }
    }
}
