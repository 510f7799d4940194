package org.affinity.profile.privacy.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision on a contest. */
@Schema(name = "ContestResolution", description = "The decision on a contest.")
record ContestResolution(
        @Schema(
                description = "CORRECTED: the datum was wrong and has been corrected; REJECTED: it stays.",
                examples = "CORRECTED")
        @NotNull
        @Pattern(regexp = "CORRECTED|REJECTED")
        String outcome,

        @Schema(description = "Why, for the creator.", examples = "The year of birth was corrected to 1995.")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
