package org.affinity.profile.consent.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.consent.CreatorConsents;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.Consent;
import org.affinity.profile.consent.domain.ContactPermission;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.domain.Purpose;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Consents as the API shows them. */
@Schema(
        name = "CreatorConsents",
        description = "On what basis a creator's data is held, and how they may be contacted.")
public record ConsentsView(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "4")
        long version,

        @Schema(description = "Sources of data, the oldest first; withdrawn ones stay as proof.")
        List<SourceView> sources,

        @Schema(description = "Each channel, and whether it may be used.")
        List<ContactView> contact)
        implements Versioned {

    /** The consents of a creator, to be shown. */
    public static ConsentsView of(CreatorConsents consents) {
        return new ConsentsView(
                consents.creatorId(),
                consents.version(),
                consents.sources().stream().map(SourceView::of).toList(),
                consents.contact().stream().map(ContactView::of).toList());
    }

    /** A source of data as the API shows it. */
    @Schema(name = "ConsentSource", description = "On what basis data from one source is held.")
    record SourceView(
            @Schema(description = "Id, by which it is withdrawn.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b31")
            UUID consentId,

            @Schema(description = "Who gave the data. More values may come.", examples = "CREATOR")
            Origin origin,

            @Schema(description = "Name of the source, such as a form or a list.", examples = "sign-up")
            String name,

            @Schema(description = "Why the data may be held. More values may come.", examples = "CONTRACT")
            LawfulBasis lawfulBasis,

            @Schema(description = "What it may be used for. More values may come.", examples = "[\"MATCHING\"]")
            List<Purpose> purposes,

            @Schema(description = "When it was given.", examples = "2026-01-15T08:00:00Z")
            Instant givenAt,

            @Schema(
                    description = "When it was withdrawn or objected to; null while in force.",
                    nullable = true,
                    examples = "2026-02-15T08:00:00Z")
            Instant withdrawnAt,

            @Schema(description = "Where the proof is kept.", nullable = true, examples = "form 2026-118")
            String proofReference) {

        static SourceView of(Consent consent) {
            return new SourceView(
                    consent.id(),
                    consent.origin(),
                    consent.sourceName(),
                    consent.lawfulBasis(),
                    consent.purposes(),
                    consent.givenAt(),
                    consent.withdrawnAt(),
                    consent.proofReference());
        }
    }

    /** A channel as the API shows it. */
    @Schema(name = "ContactPermission", description = "Whether a channel may be used, and why.")
    record ContactView(
            @Schema(description = "The channel. More values may come.", examples = "EMAIL")
            Channel channel,

            @Schema(description = "Whether the creator may be contacted through it.", examples = "true")
            boolean mayContact,

            @Schema(
                    description = "Why. NEVER_GIVEN: e-mail and telephone need consent. OTHER_LAWFUL_BASIS: a source in"
                            + " force includes contact. More values may come.",
                    examples = "CONSENT_GIVEN")
            ContactPermission.Reason reason,

            @Schema(
                    description = "Id of the latest consent, by which it is withdrawn.",
                    nullable = true,
                    examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b32")
            UUID consentId,

            @Schema(description = "When consent was given.", nullable = true, examples = "2026-01-15T08:00:00Z")
            Instant givenAt,

            @Schema(description = "When consent was withdrawn.", nullable = true, examples = "2026-02-15T08:00:00Z")
            Instant withdrawnAt,

            @Schema(description = "Where the proof is kept.", nullable = true, examples = "form 2026-118")
            String proofReference) {

        static ContactView of(ContactPermission permission) {
            Consent consent = permission.consent();
            return new ContactView(
                    permission.channel(),
                    permission.mayContact(),
                    permission.reason(),
                    consent == null ? null : consent.id(),
                    consent == null ? null : consent.givenAt(),
                    consent == null ? null : consent.withdrawnAt(),
                    consent == null ? null : consent.proofReference());
        }
    }
}
