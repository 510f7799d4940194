package org.affinity.profile.willingness;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.domain.Availability;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.PaidPause;
import org.affinity.profile.creator.store.AvailabilityRow;
import org.affinity.profile.creator.store.CreatorEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On which terms a creator works. */
@Schema(name = "AvailabilityPart", description = "On which terms a creator works; kinds that are missing are refused.")
public record AvailabilityPart(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(
                description = "IANA time zone in which days begin; null when unknown.",
                nullable = true,
                examples = "Europe/Paris")
        String timeZone,

        @Schema(description = "Kinds of engagement that the creator accepts.")
        List<Item> items,

        @Schema(description = "A time without paid work; null when there is none.", nullable = true)
        PaidPause paidPause)
        implements Versioned {

    public AvailabilityPart {
        items = List.copyOf(items);
    }

    static AvailabilityPart of(CreatorEntity creator) {
        return new AvailabilityPart(
                creator.id,
                creator.version,
                creator.timeZone,
                creator.availability.stream()
                        .map(AvailabilityRow::availability)
                        .map(Item::of)
                        .toList(),
                creator.paidPause());
    }

    /** One kind of engagement. */
    @Schema(name = "AvailabilityPartItem", description = "A kind of engagement that the creator accepts.")
    public record Item(
            @Schema(description = "Kind of engagement. More values may come.", examples = "PAID")
            EngagementType engagementType,

            @Schema(description = "What one collaboration costs; null when not said.", nullable = true)
            Money fee,

            @Schema(description = "When and how much; null is no limit stated.")
            EngagementTerms terms) {

        static Item of(Availability offer) {
            return new Item(
                    offer.engagementType(),
                    offer.fee() == null
                            ? null
                            : Money.of(offer.fee().amount(), offer.fee().currency()),
                    offer.terms());
        }
    }
}
