package org.affinity.profile.privacy.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.privacy.OptOutReleases.PartnerId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way back, as sent. */
@Schema(name = "OptOutReleaseRequest", description = "What is to be taken off the opt-out list, and on what proof.")
record OptOutReleaseRequest(
        @Schema(description = "Accounts of the person.") @NotNull @Size(max = 30)
        List<@NotNull @Valid AccountId> accounts,

        @Schema(description = "Ids under which partners may bring the person again; none when left out.")
        @Size(max = 30)
        List<@NotNull @Valid PartnerRecordId> partnerRecords,

        @Schema(
                description = "Where the proof is kept that the person is who they say, and that they asked.",
                examples = "ticket 4711")
        @NotBlank
        @Size(max = 200)
        String reference) {

    /** An account. */
    @Schema(name = "OptOutAccount", description = "An account.")
    record AccountId(
            @Schema(description = "Platform of the account.", examples = "INSTAGRAM") @NotNull
            Platform platform,

            @Schema(description = "Handle, with or without @.", examples = "lea.cuisine")
            @NotNull
            @Pattern(regexp = Handle.ANY_PATTERN, message = "must have 1 to 100 characters")
            String handle) {}

    /** An id of a partner. */
    @Schema(name = "OptOutPartnerRecord", description = "An id under which a partner keeps a creator.")
    record PartnerRecordId(
            @Schema(description = "The partner.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11") @NotNull
            UUID organisationId,

            @Schema(description = "Its own id of the creator.", examples = "crm-4711") @NotBlank @Size(max = 200)
            String externalId) {}

    /** The accounts, when every one can be an account. */
    List<AccountKey> accountKeys(Platforms platforms) {
        var rules = new BrokenRules();
        var keys = new ArrayList<AccountKey>();
        for (int i = 0; i < accounts.size(); i++) {
            AccountId account = accounts.get(i);
            Optional<Handle> handle = platforms.handle(account.platform(), account.handle());
            rules.check(handle.isPresent(), "/accounts/" + i, "handle", "must name an account of a platform");
            handle.ifPresent(found -> keys.add(new AccountKey(account.platform(), found.key())));
        }
        rules.refuse();
        return keys;
    }

    List<PartnerId> partnerIds() {
        return partnerRecords == null
                ? List.of()
                : partnerRecords.stream()
                        .map(record -> new PartnerId(record.organisationId(), record.externalId()))
                        .toList();
    }

    /** Keeps the person's accounts out of logs. */
    @Override
    public String toString() {
        return "OptOutReleaseRequest[]";
    }
}
