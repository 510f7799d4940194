package org.affinity.profile.willingness.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affinity.profile.creator.domain.BrandName;
import org.affinity.profile.creator.domain.BrandRelation;
import org.affinity.profile.creator.domain.BrandTie;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.taxonomy.domain.Category;
import org.affinity.profile.taxonomy.domain.Taxonomies;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ties to brands as sent. */
@Schema(name = "BrandsRequest", description = "What a creator has to do with brands.")
record BrandsBody(
        @Schema(description = "Ties; each relation to each brand once.") @NotNull @Size(max = BrandsBody.MOST)
        List<@NotNull @Valid Item> items) {

    /** Most ties of a creator. */
    static final int MOST = 300;

    /** The ties that the body describes, when it breaks no rule. */
    List<BrandTie> checked(LocalDate today) {
        var rules = new BrokenRules();
        List<BrandTie> ties = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ties.add(items.get(i).checked("/items/" + i, today, ties, rules));
        }
        rules.refuse();
        return ties;
    }

    private static void checkSector(Item item, String at, BrokenRules rules) {
        if (item.sector == null) {
            return;
        }
        Optional<Category> sector = Taxonomies.AD_PRODUCT.find(item.sector);
        rules.check(
                sector.isPresent(), at + "/sector", "category", "must be the id of a category of iab-ad-product-2.0");
        // To refuse a whole such sector tells nothing of a person; anything else could.
        boolean tells = sector.filter(Category::sensitive)
                .filter(category -> item.relation != BrandRelation.REFUSES || category.parentId() != null)
                .isPresent();
        rules.check(
                !tells,
                at + "/sector",
                "sensitive",
                "could tell of health, belief, opinion or sex life; such sectors can be refused as a whole only");
    }

    private static void checkWork(Item item, String at, BrokenRules rules) {
        boolean speaksOfWork =
                item.workedOn != null || item.what != null || item.proofUrl != null || item.result != null;
        rules.check(
                !speaksOfWork || item.relation == BrandRelation.WORKED_WITH,
                at,
                "workedWith",
                "workedOn, what, proofUrl and result are for WORKED_WITH only");
        rules.webAddress(item.proofUrl, at + "/proofUrl");
    }

    private static boolean contradict(BrandTie one, BrandTie other) {
        return one.name().key().equals(other.name().key())
                && ((one.relation() == BrandRelation.REFUSES && likes(other))
                        || (other.relation() == BrandRelation.REFUSES && likes(one)));
    }

    private static boolean likes(BrandTie tie) {
        return tie.relation() == BrandRelation.WISHES || tie.relation() == BrandRelation.LOVES;
    }

    /** A tie as sent. */
    @Schema(name = "BrandTieRequest", description = "What a creator has to do with one brand.")
    record Item(
            @Schema(description = "What they have to do with each other.", examples = "WORKED_WITH") @NotNull
            BrandRelation relation,

            @Schema(description = "Name of the brand.", examples = "Maison Potage")
            @NotBlank
            @Size(max = BrandName.MAX_LENGTH)
            String name,

            @Schema(
                    description = "Category of the taxonomy iab-ad-product-2.0; left out when not said. Categories that"
                            + " could tell of health, belief, opinion or sex life can be refused as a whole only.",
                    nullable = true,
                    examples = "1123")
            @Size(max = 20)
            String sector,

            @Schema(description = "When they worked together.", nullable = true, examples = "2025-11-20")
            LocalDate workedOn,

            @Schema(description = "What was made.", nullable = true, examples = "Three reels about winter soups")
            @Size(max = 500)
            String what,

            @Schema(description = "Where it can be seen.", nullable = true, examples = "https://example.com/soups")
            @Size(max = 500)
            String proofUrl,

            @Schema(description = "What came of it.", nullable = true, examples = "Sold out in two days")
            @Size(max = 1000)
            String result) {

        /** The tie that the item describes, beside others; the rules that it breaks are noted. */
        BrandTie checked(String at, LocalDate today, List<BrandTie> others, BrokenRules rules) {
            checkSector(this, at, rules);
            checkWork(this, at, rules);
            rules.check(workedOn == null || !workedOn.isAfter(today), at + "/workedOn", "past", "must not lie ahead");
            BrandTie tie = tie();
            rules.check(
                    others.stream().noneMatch(tie::isSameAs),
                    at,
                    "unique",
                    "repeats the relation to a brand before it");
            rules.check(
                    others.stream().noneMatch(one -> contradict(one, tie)),
                    at,
                    "contradiction",
                    "refuses a brand that the creator wishes for or loves");
            return tie;
        }

        private BrandTie tie() {
            return new BrandTie(
                    relation, new BrandName(name), sector, workedOn, what, proofUrl, result, FactSource.DECLARED);
        }
    }
}
