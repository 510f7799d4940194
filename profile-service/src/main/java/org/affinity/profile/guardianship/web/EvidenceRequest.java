package org.affinity.profile.guardianship.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.profile.creator.domain.AgeEvidence;
import org.affinity.profile.guardianship.domain.Papers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Evidence as sent. */
@Schema(
        name = "AgeEvidenceRequest",
        description = "What an operator has seen, all of it; what is left out does not hold (any more).")
record EvidenceRequest(
        @Schema(description = "The named guardian's consent.", nullable = true) @Valid
        GuardianConsent guardianConsent,

        @Schema(description = "Administrative authorisation, needed under 16.", nullable = true) @Valid
        Authorisation authorisation,

        @Schema(description = "Proof of an age that was seen; the proof itself is not kept.", nullable = true) @Valid
        AttestedAge attestedAge) {

    /** What the request says, checked against the day on which it is made. */
    AgeEvidence evidence(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        if (guardianConsent != null && guardianConsent.givenOn().isAfter(today)) {
            errors.add(FieldError.at("/guardianConsent/givenOn", "past", "must not be in the future"));
        }
        if (authorisation != null
                && authorisation.until() != null
                && authorisation.until().isBefore(authorisation.from())) {
            errors.add(FieldError.at("/authorisation/until", "range", "must not be before from"));
        }
        if (attestedAge != null && attestedAge.age() != 16 && attestedAge.age() != 18) {
            errors.add(FieldError.at("/attestedAge/age", "oneOf", "must be 16 or 18"));
        }
        if (attestedAge != null && attestedAge.seenOn().isAfter(today)) {
            errors.add(FieldError.at("/attestedAge/seenOn", "past", "must not be in the future"));
        }
        if (!errors.isEmpty()) {
            FieldError first = errors.getFirst();
            throw new DomainException(CommonProblem.VALIDATION_FAILED, first.pointer() + " " + first.detail(), errors);
        }
        return new AgeEvidence(
                null,
                guardianConsent == null ? null : guardianConsent.givenOn(),
                authorisation == null ? null : authorisation.from(),
                authorisation == null ? null : authorisation.until(),
                attestedAge == null ? null : attestedAge.age(),
                attestedAge == null ? null : attestedAge.seenOn());
    }

    Papers papers() {
        return new Papers(
                guardianConsent == null ? null : guardianConsent.reference(),
                authorisation == null ? null : authorisation.reference(),
                authorisation == null ? null : authorisation.authority(),
                attestedAge == null ? null : attestedAge.reference());
    }

    /** A consent as sent. */
    @Schema(name = "GuardianConsent", description = "Consent of the guardian, needed until the creator is 18.")
    record GuardianConsent(
            @Schema(description = "Day of the consent.", examples = "2026-01-15") @NotNull
            LocalDate givenOn,

            @Schema(description = "Where the signed consent is kept.", examples = "consent 2026-118")
            @NotBlank
            @Size(max = 255)
            String reference) {}

    /** An authorisation as sent. */
    @Schema(
            name = "MinorAuthorisation",
            description = "Authorisation of the administration, needed under 16 (France: Code du travail, L7124-1).")
    record Authorisation(
            @Schema(description = "Number of the decision.", examples = "75-2026-0042") @NotBlank @Size(max = 255)
            String reference,

            @Schema(description = "Who granted it.", examples = "Préfecture de Paris") @NotBlank @Size(max = 255)
            String authority,

            @Schema(description = "First day.", examples = "2026-02-01") @NotNull
            LocalDate from,

            @Schema(description = "Last day; null when it has none.", nullable = true, examples = "2026-12-31")
            LocalDate until) {}

    /** An attested age as sent. */
    @Schema(name = "AttestedAge", description = "An age that an operator has seen proof of.")
    record AttestedAge(
            @Schema(description = "16 or 18: this age at least.", examples = "18") @NotNull
            Integer age,

            @Schema(description = "Day on which the proof was seen.", examples = "2026-01-15") @NotNull
            LocalDate seenOn,

            @Schema(description = "What was seen, without copying it.", examples = "video call 2026-118")
            @NotBlank
            @Size(max = 255)
            String reference) {}
}
