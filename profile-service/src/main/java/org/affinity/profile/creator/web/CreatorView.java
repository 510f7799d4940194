package org.affinity.profile.creator.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Versioned;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.tier.domain.TierScheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator as the API shows them. */
@Schema(name = "Creator", description = "A creator; null means unknown.")
record CreatorView(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Rises with each change; the ETag.", examples = "3")
        long version,

        @Schema(description = "Name that brands see.", examples = "Léa cuisine")
        String displayName,

        @Schema(description = "Withdrawn creators are proposed to nobody. More values may come.", examples = "ACTIVE")
        CreatorStatus state,

        @Schema(description = "Country of residence, ISO 3166 alpha-2.", nullable = true, examples = "FR")
        String country,

        @Schema(description = "Languages of the content, BCP 47.", examples = "[\"fr\"]")
        List<String> languages,

        @Schema(
                description = "Year of birth. Null when unknown, and for every caller but the creator and operators.",
                nullable = true,
                examples = "1994")
        Integer birthYear,

        @Schema(description = "IANA time zone.", nullable = true, examples = "Europe/Paris")
        String timeZone,

        @Schema(description = "What the creator publishes about, in lowercase.", examples = "[\"food\", \"home\"]")
        List<String> topics,

        @Schema(description = "Accounts with their latest figures.")
        List<AccountView> accounts,

        @Schema(description = "Kinds of engagement that the creator accepts.")
        List<AvailabilityView> availability,

        @Schema(description = "What the creator has done on this platform.")
        TrackRecordView trackRecord,

        @Schema(
                description = "The creator who this one turned out to be and who holds the accounts now; else null.",
                nullable = true,
                examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b09")
        UUID linkedTo)
        implements Versioned {

    static CreatorView of(CreatorState creator, boolean withBirthYear, TierScheme scheme) {
        return new CreatorView(
                creator.creatorId(),
                creator.version(),
                creator.displayName(),
                creator.state(),
                creator.country(),
                creator.languages(),
                withBirthYear ? creator.birthYear() : null,
                creator.timeZone(),
                creator.topics(),
                creator.accounts().stream()
                        .map(account -> AccountView.of(account, scheme))
                        .toList(),
                creator.availability().stream()
                        .map(offer -> new AvailabilityView(offer.engagementType(), offer.fee()))
                        .toList(),
                new TrackRecordView(creator.trackRecord().completedCollaborations()),
                creator.linkedTo());
    }

    /** An account as the API shows it. */
    @Schema(name = "Account", description = "An account with its latest figures; null means unknown.")
    record AccountView(
            @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
            UUID accountId,

            @Schema(description = "Platform of the account. More values may come.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Handle without @.", examples = "lea.cuisine")
            String handle,

            @Schema(
                    description =
                            "Audience-size class by followers under the tier scheme asked for; to be read together"
                                    + " with engagement. More values may come.",
                    nullable = true,
                    examples = "NANO")
            String tier,

            @Schema(description = "Number of followers.", nullable = true, examples = "8200")
            Long followers,

            @Schema(
                    description = "Interactions per follower, mean per post; above 1 is possible for small accounts.",
                    nullable = true,
                    examples = "0.041")
            BigDecimal engagementRate,

            @Schema(description = "Mean views per post.", nullable = true, examples = "5400")
            Long averageViews,

            @Schema(description = "When these figures were taken.", examples = "2026-01-15T08:00:00Z")
            Instant observedAt,

            @Schema(description = "Where these figures come from.", examples = "DECLARED")
            MetricSource source) {

        static AccountView of(CreatorState.Account account, TierScheme scheme) {
            return new AccountView(
                    account.accountId(),
                    account.platform(),
                    account.handle(),
                    scheme.tierOf(account.followers()),
                    account.followers(),
                    account.engagementRate(),
                    account.averageViews(),
                    account.observedAt(),
                    account.source());
        }
    }

    /** A kind of engagement as the API shows it. */
    @Schema(name = "Availability", description = "A kind of engagement that the creator accepts.")
    record AvailabilityView(
            @Schema(description = "Kind of engagement. More values may come.", examples = "PAID")
            EngagementType engagementType,

            @Schema(description = "What one collaboration costs.", nullable = true)
            Money fee) {}

    /** A track record as the API shows it. */
    @Schema(name = "TrackRecord", description = "What the creator has done on this platform.")
    record TrackRecordView(
            @Schema(description = "Collaborations that came to a measured result.", examples = "2")
            int completedCollaborations) {}
}
