package org.affinity.profile.audience.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.audience.AudienceService.Audience;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.audience.domain.Credibility;
import org.affinity.profile.audience.domain.Credibility.Contribution;
import org.affinity.profile.creator.domain.AudienceShares;
import org.affinity.profile.creator.domain.MetricSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An audience as the API shows it. */
@Schema(name = "Audience", description = "Who follows an account, as far as it is known.")
public record AudienceView(
        @Schema(description = "Version of the creator; the ETag.", examples = "3")
        long version,

        @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
        UUID accountId,

        @Schema(description = "Of each dimension what the strongest source that knows it says.")
        List<SharesView> distributions,

        @Schema(description = "How much of the audience counts as real.")
        CredibilityView credibility,

        @Schema(description = "What each source says, the strongest first.")
        List<StatementView> statements)
        implements Versioned {

    /** The audience of an account, to be shown. */
    public static AudienceView of(Audience audience) {
        return new AudienceView(
                audience.version(),
                audience.accountId(),
                audience.effective().stream().map(SharesView::of).toList(),
                CredibilityView.of(audience.credibility()),
                audience.statements().stream().map(StatementView::of).toList());
    }

    /** Shares as the API shows them. */
    @Schema(name = "AudienceShares", description = "How an audience is spread over one dimension.")
    record SharesView(
            @Schema(
                    description = "COUNTRY, REGION, CITY, AGE_BAND, GENDER, LANGUAGE or INTEREST. More may come.",
                    examples = "COUNTRY")
            String dimension,

            @Schema(description = "Where it comes from.", examples = "NETWORK")
            MetricSource source,

            @Schema(description = "When it was observed.", examples = "2026-01-15T08:00:00Z")
            Instant observedAt,

            @Schema(description = "Followers looked at.", nullable = true, examples = "8200")
            Long sampleSize,

            @Schema(
                    description = "Share by value, 0 to 1; what is missing to 1 is unknown.",
                    examples = "{\"FR\": 0.74}")
            Map<String, BigDecimal> shares) {

        static SharesView of(AudienceShares shares) {
            return new SharesView(
                    shares.dimension(), shares.source(), shares.observedAt(), shares.sampleSize(), shares.shares());
        }
    }

    /** A statement as the API shows it. */
    @Schema(name = "AudienceStatement", description = "The audience as one source tells it.")
    record StatementView(
            @Schema(description = "Where it comes from.", examples = "NETWORK")
            MetricSource source,

            @Schema(description = "When it was observed.", examples = "2026-01-15T08:00:00Z")
            Instant observedAt,

            @Schema(description = "When it was recorded here.", examples = "2026-01-15T08:00:03Z")
            Instant recordedAt,

            @Schema(description = "Organisation of the partner who told it; null when nobody's.", nullable = true)
            UUID recordedBy,

            @Schema(description = "Its distributions.") List<SharesView> distributions,

            @Schema(description = "Share of followers flagged as suspicious.", nullable = true, examples = "0.08")
            BigDecimal suspiciousShare,

            @Schema(
                    description = "Share of followers who follow more than 1,500 accounts.",
                    nullable = true,
                    examples = "0.12")
            BigDecimal massFollowerShare) {

        static StatementView of(AudienceStatement statement) {
            return new StatementView(
                    statement.source(),
                    statement.observedAt(),
                    statement.recordedAt(),
                    statement.recordedBy(),
                    statement.distributions().stream()
                            .map(one -> new SharesView(
                                    one.dimension().name(),
                                    statement.source(),
                                    statement.observedAt(),
                                    one.sampleSize(),
                                    one.shares()))
                            .toList(),
                    statement.signals().suspiciousShare(),
                    statement.signals().massFollowerShare());
        }
    }

    /** A credibility as the API shows it. */
    @Schema(
            name = "Credibility",
            description = "How much of an audience counts as real: the weighted mean of the known signals.")
    record CredibilityView(
            @Schema(description = "0 to 1; null when too little is known.", nullable = true, examples = "0.87")
            BigDecimal value,

            @Schema(description = "Why there is no value.", nullable = true, examples = "TOO_FEW_SIGNALS")
            String reason,

            @Schema(description = "Version of weights and bounds.", examples = "1")
            int ruleVersion,

            @Schema(description = "Every signal, also the unknown ones; the contributions sum to the value.")
            List<ContributionView> contributions) {

        static CredibilityView of(Credibility credibility) {
            return new CredibilityView(
                    credibility.value(),
                    credibility.reason(),
                    credibility.ruleVersion(),
                    credibility.contributions().stream()
                            .map(ContributionView::of)
                            .toList());
        }
    }

    /** A contribution as the API shows it. */
    @Schema(name = "CredibilityContribution", description = "What one signal says; null means unknown.")
    record ContributionView(
            @Schema(description = "The signal. More may come.", examples = "SUSPICIOUS_SHARE")
            String signal,

            @Schema(description = "Its weight among all signals.", examples = "0.4")
            double weight,

            @Schema(description = "What was measured.", nullable = true, examples = "0.08")
            BigDecimal value,

            @Schema(description = "1 good, 0 bad.", nullable = true, examples = "0.92")
            BigDecimal score,

            @Schema(description = "Its part of the estimate.", examples = "0.368")
            BigDecimal contribution,

            @Schema(description = "How the score follows from the value.")
            String rule,

            @Schema(description = "Who published it, and what of it is ours.")
            String source) {

        static ContributionView of(Contribution contribution) {
            return new ContributionView(
                    contribution.signal(),
                    contribution.weight(),
                    contribution.value(),
                    contribution.score(),
                    contribution.contribution(),
                    contribution.rule(),
                    contribution.source());
        }
    }
}
