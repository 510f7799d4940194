package org.affinity.profile.account.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.account.AccountReport;
import org.affinity.profile.account.AccountService;
import org.affinity.profile.account.domain.FollowerGrowth;
import org.affinity.profile.account.domain.Jump;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.tier.domain.TierScheme;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Accounts as the API shows them. */
@Schema(name = "AccountList", description = "All accounts of a creator.")
record AccountList(
        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "Tier scheme of the tiers.", examples = "default")
        String tierScheme,

        @Schema(description = "Its version.", examples = "1")
        int tierSchemeVersion,

        @Schema(description = "Definition of the engagement rates.", examples = "followers-mean")
        String engagement,

        @Schema(description = "The accounts.") List<AccountDetails> items)
        implements Versioned {

    static AccountList of(AccountService.Reports reports, TierScheme scheme, String definition) {
        return new AccountList(
                reports.version(),
                scheme.id(),
                scheme.version(),
                definition,
                reports.accounts().stream()
                        .map(report -> AccountDetails.of(report, scheme))
                        .toList());
    }

    /** An account as the API shows it in full. */
    @Schema(name = "AccountDetails", description = "An account with all that is known and computed of it.")
    record AccountDetails(
            @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
            UUID accountId,

            @Schema(description = "Platform. More values may come.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Handle without @.", examples = "lea.cuisine")
            String handle,

            @Schema(
                    description = "The creator whose account it was before the two were linked; else null.",
                    nullable = true,
                    examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b09")
            UUID linkedFrom,

            @Schema(description = "Tier by followers; null without.", nullable = true, examples = "NANO")
            String tier,

            @Schema(description = "Number of followers.") Figure followers,

            @Schema(description = "Number of accounts that it follows.")
            Figure following,

            @Schema(description = "Number of posts it has published.")
            Figure posts,

            @Schema(description = "Mean views per post.") Figure averageViews,

            @Schema(description = "Engagement rate by the definition asked for.")
            Figure engagementRate,

            @Schema(description = "The same, shrunk towards accounts like it: few posts count for little.")
            Figure shrunkEngagementRate,

            @Schema(description = "Audience/engagement ratio, log2 of observed over expected engagement.")
            Figure audienceEngagementRatio,

            @Schema(description = "Followers won or lost.") Figure followerGrowth,

            @Schema(description = "Compound growth per 30 days.")
            Figure followerGrowthPer30Days,

            @Schema(description = "How uneven the growth is.")
            Figure followerVolatility,

            @Schema(description = "Posts per week.") Figure postsPerWeek,

            @Schema(description = "When it published last.", nullable = true, examples = "2026-01-13T17:30:00Z")
            Instant lastPostAt,

            @Schema(description = "Sudden jumps of the number of followers, both ways.")
            JumpReport jumps,

            @Schema(description = "Share of the audience that counts as real; see its credibility.", nullable = true)
            BigDecimal credibility) {

        static AccountDetails of(AccountReport report, TierScheme scheme) {
            AccountEntity account = report.account();
            return new AccountDetails(
                    account.id,
                    account.platform,
                    account.handle,
                    account.linkedFrom,
                    scheme.tierOf(account.followers),
                    seen(account, Observation.FOLLOWERS, account.followers, "number of followers"),
                    seen(account, Observation.FOLLOWING, account.following, "number of accounts that it follows"),
                    seen(account, Observation.POSTS, account.posts, "number of posts published so far"),
                    seen(account, Observation.AVERAGE_VIEWS, account.averageViews, "mean views per post"),
                    report.engagementRate(),
                    report.shrunkEngagementRate(),
                    report.audienceRatio(),
                    report.growth(),
                    report.growthPer30Days(),
                    report.volatility(),
                    report.postsPerWeek(),
                    account.lastPostAt,
                    JumpReport.of(report),
                    account.credibility);
        }

        private static Figure seen(AccountEntity account, String name, Long number, String definition) {
            BigDecimal value = number == null ? null : BigDecimal.valueOf(number);
            FigureOrigin origin = account.current().originOf(name);
            return Figure.observed(value, definition, null, origin.source(), origin.observedAt());
        }
    }

    /** Jumps as the API shows them. */
    @Schema(name = "FollowerJumps", description = "Sudden jumps, or why they are not known.")
    record JumpReport(
            @Schema(description = "The jumps, oldest first.")
            List<Jump> items,

            @Schema(description = "Why none can be told; null when they can.", nullable = true)
            String reason,

            @Schema(description = "What counts as a jump.") String definition) {

        static JumpReport of(AccountReport report) {
            return new JumpReport(
                    report.jumps(), report.jumpsKnown() ? null : "TOO_FEW_OBSERVATIONS", FollowerGrowth.JUMPS);
        }
    }
}
