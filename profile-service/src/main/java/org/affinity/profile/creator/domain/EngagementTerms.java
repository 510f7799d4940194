package org.affinity.profile.creator.domain;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When and how much a creator works on one kind of engagement; null is no limit stated.
 *
 * @param from first day of work, that day included
 * @param until last day of work, that day included
 * @param maxPerMonth most collaborations that begin in a calendar month
 * @param maxConcurrent most collaborations under way at a time
 * @param minNoticeDays days between an invitation and the first day of work
 */
@Schema(description = "When and how much a creator works on one kind of engagement; null is no limit stated.")
public record EngagementTerms(
        @Schema(description = "First day, included.", nullable = true, examples = "2026-03-01")
        LocalDate from,

        @Schema(description = "Last day, included.", nullable = true, examples = "2026-12-31")
        LocalDate until,

        @Schema(description = "Most collaborations that begin in a calendar month.", nullable = true, examples = "2")
        @Min(1)
        @Max(1000)
        Integer maxPerMonth,

        @Schema(description = "Most collaborations under way at a time.", nullable = true, examples = "3")
        @Min(1)
        @Max(1000)
        Integer maxConcurrent,

        @Schema(
                description = "Days needed between an invitation and the first day of work.",
                nullable = true,
                examples = "10")
        @Min(0)
        @Max(365)
        Integer minNoticeDays) {

    /** No limit of any kind. */
    public static final EngagementTerms NONE = new EngagementTerms(null, null, null, null, null);
}
