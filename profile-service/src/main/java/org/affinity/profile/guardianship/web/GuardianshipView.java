package org.affinity.profile.guardianship.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.creator.domain.AgeEvidence;
import org.affinity.profile.creator.domain.Minority;
import org.affinity.profile.guardianship.Guardianship;
import org.affinity.profile.guardianship.domain.Guardian;
import org.affinity.profile.guardianship.domain.Papers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A guardianship as the API shows it. */
@Schema(name = "Guardianship", description = "What a creator's age allows, who answers for a minor, and the papers.")
record GuardianshipView(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "4")
        long version,

        @Schema(
                description =
                        "Today: ADULT for certain; may be a minor and MINOR_AUTHORISED or MINOR_NOT_AUTHORISED; UNKNOWN"
                                + " without year of birth and proof. More values may come.",
                examples = "MINOR_AUTHORISED")
        Minority.Status status,

        @Schema(description = "When the creator may be matched, as far as it is known.")
        List<PeriodView> allowedPeriods,

        @Schema(description = "Who answers for the creator.", nullable = true)
        GuardianView guardian,

        @Schema(description = "Day of the guardian's consent.", nullable = true, examples = "2026-01-15")
        LocalDate guardianConsentOn,

        @Schema(description = "Where the consent is kept.", nullable = true, examples = "consent 2026-118")
        String guardianConsentReference,

        @Schema(description = "Number of the authorisation.", nullable = true, examples = "75-2026-0042")
        String authorisationReference,

        @Schema(description = "Who granted it.", nullable = true, examples = "Préfecture de Paris")
        String authority,

        @Schema(description = "First day of the authorisation.", nullable = true, examples = "2026-02-01")
        LocalDate authorisedFrom,

        @Schema(description = "Last day of the authorisation.", nullable = true, examples = "2026-12-31")
        LocalDate authorisedUntil,

        @Schema(description = "Age that an operator has seen proof of.", nullable = true, examples = "18")
        Integer attestedAge,

        @Schema(description = "Day on which the proof was seen.", nullable = true, examples = "2026-01-15")
        LocalDate attestedOn,

        @Schema(description = "What was seen.", nullable = true, examples = "video call 2026-118")
        String attestationReference)
        implements Versioned {

    static GuardianshipView of(Guardianship guardianship) {
        AgeEvidence evidence = guardianship.evidence();
        Papers papers = guardianship.papers();
        return new GuardianshipView(
                guardianship.creatorId(),
                guardianship.version(),
                guardianship.minority().status(),
                guardianship.minority().allowedPeriods().stream()
                        .map(period -> new PeriodView(period.from(), period.until()))
                        .toList(),
                GuardianView.of(guardianship.guardian()),
                evidence.guardianConsentOn(),
                papers.consentReference(),
                papers.authorisationReference(),
                papers.authority(),
                evidence.authorisedFrom(),
                evidence.authorisedUntil(),
                evidence.attestedAge(),
                evidence.attestedOn(),
                papers.attestationReference());
    }

    /** Keeps people out of logs. */
    @Override
    public String toString() {
        return "GuardianshipView[creatorId=" + creatorId + "]";
    }

    /** A period as the API shows it. */
    @Schema(name = "AllowedPeriod", description = "Days on which a creator may be matched, first and last included.")
    record PeriodView(
            @Schema(description = "First day.", examples = "2027-01-01")
            LocalDate from,

            @Schema(description = "Last day; null when there is none.", nullable = true, examples = "2027-12-31")
            LocalDate until) {}

    /** A guardian as the API shows them. */
    @Schema(name = "Guardian", description = "The person who holds parental authority.")
    record GuardianView(
            @Schema(description = "Name of the guardian.", examples = "Claire Martin")
            String name,

            @Schema(description = "E-mail address.", nullable = true, examples = "claire@example.org")
            String email,

            @Schema(description = "Telephone number, E.164.", nullable = true, examples = "+33612345678")
            String phone) {

        static GuardianView of(Guardian guardian) {
            return guardian == null ? null : new GuardianView(guardian.name(), guardian.email(), guardian.phone());
        }
    }
}
