package org.affinity.profile.privacy.web;

import java.time.LocalDate;
import java.util.UUID;
import org.affinity.profile.privacy.Disclosures.Disclosure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation that got a creator's data. */
@Schema(name = "Disclosure", description = "An organisation that got a creator's data, by day and way.")
record DisclosureView(
        @Schema(description = "The organisation.", examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(description = "The day, UTC.", examples = "2026-03-01")
        LocalDate day,

        @Schema(
                description = "API_READ: read the profile; PROPOSAL: got the creator proposed for a campaign, with"
                        + " handle, score and price; INVITATION: invited the creator. More may be added.",
                examples = "PROPOSAL")
        String kind,

        @Schema(description = "How often on that day.", examples = "3")
        long times) {

    static DisclosureView of(Disclosure disclosure) {
        return new DisclosureView(
                disclosure.organisationId(), disclosure.day(), disclosure.kind().name(), disclosure.times());
    }
}
