package org.affinity.matching.match;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.Contribution;
import org.affinity.matching.match.domain.Counterfactual;
import org.affinity.matching.match.domain.LeftOutReason;
import org.affinity.matching.match.domain.MatchResult;
import org.affinity.matching.match.domain.Offer;
import org.affinity.matching.match.domain.PriceSource;
import org.affinity.matching.match.domain.Ranked;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator in the answer to a brief: who, why, and at what price. */
@Schema(description = "A creator in the answer to a brief: who, why, and at what price.")
public record MatchedCreator(
        @Schema(description = "Place in the list, from 1.", examples = "1")
        int rank,

        @Schema(description = "The creator.", nullable = true, examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
        UUID creatorId,

        @Schema(
                description = "The account of the creator that suits the brief best.",
                nullable = true,
                examples = "01977b7e-4f10-7c3a-8e21-5d6c7b8a9f00")
        UUID accountId,

        @Schema(description = "Platform of the account; more may be added.", nullable = true, examples = "INSTAGRAM")
        Platform platform,

        @Schema(description = "Name of the account on its platform.", nullable = true, examples = "lea.cuisine")
        String handle,

        @Schema(
                description = "Audience-size class of the account; more may be added.",
                nullable = true,
                examples = "NANO")
        Tier tier,

        @Schema(
                description = "Exact sum of the contributions; 0 is a creator of whom nothing is known.",
                nullable = true,
                examples = "0.2125")
        double score,

        @Schema(
                description =
                        "What the score would be if all that is asked for and unknown spoke against the creator, and"
                                + " figures that are declared or estimated, and what the expected format brings beside a"
                                + " post, were as far off as the model and the benchmarks say.",
                nullable = true,
                examples = "0.0825")
        Double scoreLow,

        @Schema(
                description =
                        "What the score would be if all that is asked for and unknown spoke for the creator, and figures"
                                + " that are declared or estimated, and what the expected format brings beside a post,"
                                + " were as far off as the model and the benchmarks say.",
                nullable = true,
                examples = "0.4325")
        Double scoreHigh,

        @Schema(
                description =
                        "The named parts of the score: one for each signal that the brief asks for, in a fixed order.")
        List<ScorePart> contributions,

        @Schema(description = "What the creator's part costs.", nullable = true)
        Money price,

        @Schema(
                description = "DECLARED: stated by the creator, or free by the kind of engagement; ESTIMATED: computed"
                        + " from expected impressions.",
                nullable = true,
                examples = "DECLARED")
        PriceSource priceSource,

        @Schema(
                description =
                        "Kind of content, of those the brief wants, where it names any, whose line of the creator's rate"
                                + " card the price is; null when it is a fee or free, or estimated. More may be added.",
                nullable = true,
                examples = "REEL",
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        ContentFormat priceFormat,

        @Schema(
                description = MatchedCreator.EXPECTED_FORMAT,
                nullable = true,
                examples = "REEL",
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        ContentFormat expectedFormat,

        @Schema(
                description = "Only in a place whose creator had their data erased: ERASED, and of all else the rank"
                        + " alone is left.",
                nullable = true,
                examples = "ERASED")
        String redaction,

        @Schema(
                description =
                        "Null but where the request asked for them and the creator is behind the first places: the"
                                + " smallest changes of one thing that would bring the creator into these, all else and"
                                + " everybody else as they are; empty when no such change does.",
                nullable = true,
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        List<CounterfactualView> counterfactuals,

        @Schema(
                description = "In the ranking: why the creator is not in the panel; null for who is, and where no panel"
                        + " was asked for. "
                        + LeftOutView.REASONS
                        + " The facts are told by GET /v1/matches/{matchId}/candidates/{creatorId}.",
                nullable = true,
                examples = "OUTWEIGHED",
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        LeftOutReason leftOutReason) {

    public static final String EXPECTED_FORMAT =
            "Kind of content of which one piece is expected. More may be added.\n\n"
                    + "- With a rate card for the platform: a format of the card, and one that the brief wants where it"
                    + " names any, also where the price is not taken from the card.\n"
                    + "- Without one: a format that the brief wants.\n"
                    + "- Where neither names any: null, which is a post as the figures of the account tell of.\n\n"
                    + "Of several formats at one price it is the one that brings most; of several prices, and of a story"
                    + " beside other formats of a card, the one that scores best.";

    static List<MatchedCreator> of(List<Ranked> ranked) {
        return ranked.stream().map(MatchedCreator::of).toList();
    }

    /** The ranking of a match, with what would bring those behind the first places there where that was asked for. */
    static List<MatchedCreator> ranking(MatchResult result, int top) {
        return result.ranking().stream()
                .map(ranked -> {
                    List<Counterfactual> changes = result.counterfactuals()
                            .get(ranked.offer().candidate().creatorId());
                    return of(
                            ranked,
                            changes == null
                                    ? null
                                    : changes.stream()
                                            .map(change -> CounterfactualView.of(change, top))
                                            .toList(),
                            result.leftOut().get(ranked.offer().candidate().creatorId()));
                })
                .toList();
    }

    static MatchedCreator of(Ranked ranked) {
        return of(ranked, null, null);
    }

    private static MatchedCreator of(
            Ranked ranked, List<CounterfactualView> counterfactuals, LeftOutReason leftOutReason) {
        Offer offer = ranked.offer();
        return new MatchedCreator(
                ranked.rank(),
                offer.candidate().creatorId(),
                offer.account().accountId(),
                offer.account().platform(),
                offer.account().handle(),
                offer.tier(),
                ranked.score(),
                ranked.lowScore(),
                ranked.highScore(),
                ranked.contributions().stream().map(ScorePart::of).toList(),
                Money.of(offer.price().money().amount(), offer.price().money().currency()),
                offer.price().source(),
                offer.price().format(),
                offer.expectation().format(),
                null,
                counterfactuals,
                leftOutReason);
    }

    /** One named part of a score. */
    @JsonSerialize(using = ScorePartWriter.class)
    @Schema(description = "One named part of a score: weight × (value − neutral value), 0 when the value is unknown.")
    public record ScorePart(
            @Schema(description = "Stable name of the signal; more may be added.", examples = "topicAffinity")
            String signal,

            @Schema(description = "Weight of the signal in the scoring model.", examples = "0.25")
            double weight,

            @Schema(
                    description = "0 speaks against the creator, 1 for; null when it is unknown.",
                    nullable = true,
                    examples = "0.75")
            Double value,

            @Schema(description = "What the signal adds to the score, or takes from it.", examples = "0.0625")
            double contribution,

            @Schema(
                    description = "Value at which the signal neither helps nor punishes.",
                    nullable = true,
                    examples = "0.5")
            Double neutral,

            @Schema(
                    description =
                            "What the signal would add if what is unknown or unsure of it spoke against the creator.",
                    nullable = true,
                    examples = "0.0625")
            Double low,

            @Schema(
                    description = "What it would add if what is unknown or unsure of it spoke for the creator.",
                    nullable = true,
                    examples = "0.0625")
            Double high,

            @Schema(
                    description = "Who says what the value rests on: NETWORK, DECLARED, ESTIMATED, or PROFILE for what"
                            + " the profile says, whoever wrote it there; more may be added. Null when nothing is"
                            + " known.",
                    nullable = true,
                    examples = "NETWORK")
            String source,

            @Schema(
                    description = "Day it was observed, in UTC; null where none is known.",
                    nullable = true,
                    examples = "2026-01-15")
            LocalDate observedOn,

            @Schema(
                    description = "What keeps the value below the highest, in words; null when it is the highest, or"
                            + " unknown.",
                    nullable = true,
                    examples = "lacks travel")
            String lowers,

            @Schema(
                    description = "What the value rests on, in words; null where the brief is not to be told.",
                    nullable = true,
                    examples = "2 of 2 wanted topics: wanted cooking, travel, has cooking, travel")
            String evidence) {

        static ScorePart of(Contribution part) {
            return of(part, part.evidence().lowers(), part.evidence().text());
        }

        /** Without the words, which tell of the brief, for whom it is not meant. */
        public static ScorePart withoutEvidence(Contribution part) {
            return of(part, null, null);
        }

        private static ScorePart of(Contribution part, String lowers, String evidence) {
            return new ScorePart(
                    part.signal().id(),
                    part.weight(),
                    part.value(),
                    part.contribution(),
                    part.neutral(),
                    Contribution.score(part.lowPoints()),
                    Contribution.score(part.highPoints()),
                    part.evidence().source(),
                    part.evidence().observedOn(),
                    lowers,
                    evidence);
        }
    }
}
