package org.affinity.profile.creator.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.AccountSnapshot;
import org.affinity.profile.creator.ListedCreator;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.tier.domain.TierScheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator as the API shows them. */
@Schema(name = "Creator", description = "A creator; null means unknown.")
public record CreatorView(
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
                description = "Fields whose accuracy the creator contests and that nobody has decided on yet.",
                examples = "[]")
        List<String> contestedFields,

        @Schema(description = "What the creator says of themself.", nullable = true, examples = "Soups & seasons.")
        String bio,

        @Schema(
                description = "Figures of the accounts as they were, the latest first, up to 200; only with"
                        + " expand=snapshots.",
                nullable = true)
        List<SnapshotView> snapshots,

        @Schema(
                description = "The creator who this one turned out to be and who holds the accounts now; else null.",
                nullable = true,
                examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b09")
        UUID linkedTo)
        implements Versioned {

    static CreatorView of(ListedCreator creator, boolean withBirthYear, TierScheme scheme) {
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
                        .map(offer -> new AvailabilityView(offer.engagementType(), offer.fee(), offer.terms()))
                        .toList(),
                new TrackRecordView(creator.completedCollaborations()),
                creator.contestedFields(),
                creator.bio(),
                null,
                creator.linkedTo());
    }

    /** The same, with the figures of the accounts as they were. */
    public CreatorView with(List<AccountSnapshot> history) {
        return new CreatorView(
                creatorId,
                version,
                displayName,
                state,
                country,
                languages,
                birthYear,
                timeZone,
                topics,
                accounts,
                availability,
                trackRecord,
                contestedFields,
                bio,
                history.stream().map(SnapshotView::of).toList(),
                linkedTo);
    }

    /** Former figures as the API shows them. */
    @Schema(name = "Snapshot", description = "Figures of an account at one moment; null means unknown.")
    public record SnapshotView(
            @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
            UUID accountId,

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

            @Schema(description = "Where the last of these figures comes from.", examples = "DECLARED")
            MetricSource source) {

        static SnapshotView of(AccountSnapshot snapshot) {
            return new SnapshotView(
                    snapshot.accountId(),
                    snapshot.metrics().followers(),
                    snapshot.metrics().engagementRate(),
                    snapshot.metrics().averageViews(),
                    snapshot.observedAt(),
                    snapshot.source());
        }
    }

    /** An account as the API shows it. */
    @Schema(name = "Account", description = "An account with its latest figures; null means unknown.")
    public record AccountView(
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

            @Schema(description = "When the last of these figures was taken.", examples = "2026-01-15T08:00:00Z")
            Instant observedAt,

            @Schema(description = "Where the last of these figures comes from.", examples = "DECLARED")
            MetricSource source) {

        static AccountView of(ListedCreator.Account account, TierScheme scheme) {
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
    public record AvailabilityView(
            @Schema(description = "Kind of engagement. More values may come.", examples = "PAID")
            EngagementType engagementType,

            @Schema(description = "What one collaboration costs.", nullable = true)
            Money fee,

            @Schema(description = "When and how much; null is no limit stated.")
            EngagementTerms terms) {}

    /** A track record as the API shows it. */
    @Schema(name = "TrackRecord", description = "What the creator has done on this platform.")
    public record TrackRecordView(
            @Schema(description = "Collaborations that came to a measured result.", examples = "2")
            int completedCollaborations) {}
}
