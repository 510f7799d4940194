package org.affinity.profile.engagement.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.affinity.profile.creator.domain.Figure;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.engagement.EngagementService.BenchmarkEntry;
import org.affinity.profile.engagement.domain.Benchmark;
import org.affinity.profile.engagement.domain.EngagementDefinition;
import org.affinity.profile.engagement.domain.EngagementRule;
import org.affinity.profile.engagement.domain.PublishedBenchmarks.Published;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A benchmark as the API shows it. */
@Schema(name = "EngagementBenchmark", description = "Usual engagement of one platform and tier; null means unknown.")
record BenchmarkView(
        @Schema(description = "Platform. More values may come.", examples = "INSTAGRAM")
        Platform platform,

        @Schema(description = "Tier of the scheme.", examples = "NANO")
        String tier,

        @Schema(description = "POOL: our own accounts. TABLE: a published table. NONE: not known.", examples = "POOL")
        String basis,

        @Schema(description = "Formula of the rate; of a table, what it is said to be.", nullable = true)
        String definition,

        @Schema(description = "Accounts behind it; null for a table.", nullable = true, examples = "412")
        Integer accounts,

        @Schema(description = "Mean rate; of a table the middle of its range.", nullable = true, examples = "0.041")
        BigDecimal mean,

        @Schema(description = "A quarter of the accounts lies below.", nullable = true, examples = "0.018")
        BigDecimal lowerQuartile,

        @Schema(description = "Half of the accounts lies below.", nullable = true, examples = "0.033")
        BigDecimal median,

        @Schema(description = "A quarter of the accounts lies above.", nullable = true, examples = "0.055")
        BigDecimal upperQuartile,

        @Schema(description = "Lower end of a published range.", nullable = true, examples = "0.03")
        BigDecimal publishedLow,

        @Schema(description = "Upper end of a published range.", nullable = true, examples = "0.05")
        BigDecimal publishedHigh,

        @Schema(description = "When it was computed; null for a table.", nullable = true)
        Instant computedAt,

        @Schema(description = "Of a table: its name, year, address and what it does not say.", nullable = true)
        String source,

        @Schema(description = "Why nothing is known.", nullable = true, examples = "POOL_BELOW_30_AND_NO_TABLE")
        String reason) {

    static BenchmarkView of(BenchmarkEntry entry, EngagementDefinition definition) {
        if (entry.pool().isPresent()) {
            return ofPool(entry, entry.pool().get(), definition);
        }
        return entry.published().isPresent()
                ? ofTable(entry, entry.published().get())
                : of(entry, "NONE", null, "POOL_BELOW_30_AND_NO_TABLE");
    }

    private static BenchmarkView ofPool(BenchmarkEntry entry, Benchmark pool, EngagementDefinition definition) {
        return new BenchmarkView(
                entry.platform(),
                entry.tier(),
                "POOL",
                definition
                        .ruleFor(entry.platform())
                        .map(EngagementRule::formula)
                        .orElse(null),
                pool.accounts(),
                Figure.decimal(pool.mean()),
                Figure.decimal(pool.lowerQuartile()),
                Figure.decimal(pool.median()),
                Figure.decimal(pool.upperQuartile()),
                null,
                null,
                pool.computedAt(),
                null,
                null);
    }

    private static BenchmarkView ofTable(BenchmarkEntry entry, Published table) {
        return new BenchmarkView(
                entry.platform(),
                entry.tier(),
                "TABLE",
                "as published, not defined by the source unless noted",
                null,
                Figure.decimal(table.middle()),
                null,
                null,
                null,
                Figure.decimal(table.low()),
                Figure.decimal(table.high()),
                null,
                table.table() + ", " + table.year() + ", " + table.source() + " " + table.note(),
                null);
    }

    private static BenchmarkView of(BenchmarkEntry entry, String basis, String source, String reason) {
        return new BenchmarkView(
                entry.platform(),
                entry.tier(),
                basis,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                source,
                reason);
    }
}
