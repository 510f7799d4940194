package org.affinity.profile.guardianship.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.guardianship.domain.Guardian;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guardian as sent. */
@Schema(
        name = "GuardianRequest",
        description = "The person who holds parental authority; one way to reach them at least.")
record GuardianRequest(
        @Schema(description = "Name of the guardian.", examples = "Claire Martin") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "E-mail address.", nullable = true, examples = "claire@example.org")
        @Size(max = 254)
        @Pattern(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", message = "must be an e-mail address")
        String email,

        @Schema(description = "Telephone number, E.164.", nullable = true, examples = "+33612345678")
        @Pattern(regexp = "\\+[1-9]\\d{5,14}", message = "must be a number in E.164, such as +33612345678")
        String phone) {

    Guardian guardian() {
        if (email == null && phone == null) {
            throw DomainException.invalid("/email", "contact", "must be there when there is no phone");
        }
        return new Guardian(name.strip(), email, phone);
    }

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "GuardianRequest[]";
    }
}
