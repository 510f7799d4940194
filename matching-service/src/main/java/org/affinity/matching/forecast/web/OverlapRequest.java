package org.affinity.matching.forecast.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.domain.KnownOverlap;
import org.affinity.matching.match.web.OverlapCheck;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** Asks whom creators reach together. */
@Schema(name = "AudienceOverlapRequest", description = "Asks whom some creators reach together and alone.")
record OverlapRequest(
        @Schema(
                description = "The creators, each once.",
                examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\", \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12\"]")
        @NotNull
        @Size(min = 2, max = 50)
        @UniqueElements
        List<@NotNull UUID> creatorIds,

        @Schema(description = "Measured overlaps of two of them each; they narrow the intervals.", nullable = true)
        @Size(max = 1225)
        List<@NotNull @Valid MeasuredOverlap> overlaps) {

    /** A measured overlap. */
    @Schema(name = "MeasuredOverlap", description = "How many people two creators both reach with a post.")
    record MeasuredOverlap(
            @Schema(description = "One creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11") @NotNull
            UUID oneCreatorId,

            @Schema(description = "The other creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12") @NotNull
            UUID otherCreatorId,

            @Schema(description = "People whom both reach, no more than each of them does.", examples = "1200")
            @NotNull
            @DecimalMin("0")
            @DecimalMax(value = OverlapCheck.MOST_PEOPLE, message = OverlapCheck.TOO_MANY_PEOPLE)
            Double people) {}

    /** The measured overlaps, refused where they say nothing of the creators asked for. */
    List<KnownOverlap> known() {
        List<KnownOverlap> known = overlaps == null
                ? List.of()
                : overlaps.stream()
                        .map(overlap ->
                                new KnownOverlap(overlap.oneCreatorId(), overlap.otherCreatorId(), overlap.people()))
                        .toList();
        OverlapCheck.refuseNonsense(known, "/overlaps");
        for (int i = 0; i < known.size(); i++) {
            refuseOthers(known.get(i).oneCreatorId(), "/overlaps/" + i + "/oneCreatorId");
            refuseOthers(known.get(i).otherCreatorId(), "/overlaps/" + i + "/otherCreatorId");
        }
        return known;
    }

    private void refuseOthers(UUID creatorId, String pointer) {
        if (!creatorIds.contains(creatorId)) {
            throw DomainException.invalid(pointer, "compared", "must be one of creatorIds");
        }
    }
}
