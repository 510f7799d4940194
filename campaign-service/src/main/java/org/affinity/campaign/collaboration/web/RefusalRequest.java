package org.affinity.campaign.collaboration.web;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a creator does not take part.")
record RefusalRequest(
        @Schema(
                description = "The creator's own words, which only the two parties see.",
                nullable = true,
                examples = "I am travelling that month.")
        @Size(max = 1000)
        String reason) {

    @Override
    public String toString() {
        return "RefusalRequest[]";
    }
}
