package org.affinity.profile.privacy.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator holds to be wrong. */
@Schema(name = "ContestRequest", description = "A datum that the creator holds to be wrong.")
record ContestRequest(
        @Schema(
                description = "Field of the creator as the API names it; of an account with its id, as in"
                        + " accounts/01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02/followers.",
                examples = "birthYear")
        @NotNull
        @Pattern(regexp = "[a-z][A-Za-z]{0,63}(/[0-9a-f-]{36})?(/[a-z][A-Za-z]{0,63})?")
        String field,

        @Schema(description = "What is right, in the creator's words.", examples = "I was born in 1995.")
        @NotBlank
        @Size(max = 2000)
        String claim,

        @Schema(
                description = "What shows it, or null.",
                nullable = true,
                examples = "Passport shown to the support on 1 March.")
        @Size(max = 4000)
        String evidence) {

    @Override
    public String toString() {
        return "ContestRequest[field=" + field + "]";
    }
}
