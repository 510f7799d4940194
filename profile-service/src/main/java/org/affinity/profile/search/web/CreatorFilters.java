package org.affinity.profile.search.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Topics;
import org.affinity.profile.search.domain.CreatorSort;
import org.affinity.profile.tier.domain.TierSchemes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters by which creators are found; one given several times means any of its values. */
public class CreatorFilters {

    static final String INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z";

    @Parameter(
            description = "Words of name, bio or handle, each the beginning of one, whatever the case and the accents;"
                    + " all of them are needed. A single letter stands for itself only.",
            example = "lea soup")
    @QueryParam("q")
    @Size(max = 200)
    @Pattern(regexp = "[\\s\\S]*[\\p{L}\\p{N}][\\s\\S]*")
    String q;

    @Parameter(description = "Has an account on this platform; repeat for any of several.", example = "INSTAGRAM")
    @QueryParam("platform")
    List<Platform> platform;

    @Parameter(
            description = "Has an account of this audience size, a tier of the scheme; repeat for any of several.",
            example = "NANO")
    @QueryParam("tier")
    List<@Pattern(regexp = "[A-Z_]{1,30}") String> tier;

    @Parameter(description = "Tier scheme of the tiers; see /v1/tier-schemes.", example = "hypeauditor")
    @QueryParam("tierScheme")
    @DefaultValue(TierSchemes.DEFAULT)
    @Pattern(regexp = TierSchemes.ID_PATTERN)
    String tierScheme;

    @Parameter(
            description = "Has an account of this handle, whatever the case; repeat for any of several.",
            example = "lea.cuisine")
    @QueryParam("handle")
    List<@Pattern(regexp = Handle.ANY_PATTERN) String> handle;

    @Parameter(description = "Has an account with at least so many followers.", example = "1000")
    @QueryParam("followersFrom")
    @Min(0)
    @Max(100_000_000_000L)
    Long followersFrom;

    @Parameter(description = "Has an account with at most so many followers.", example = "50000")
    @QueryParam("followersTo")
    @Min(0)
    @Max(100_000_000_000L)
    Long followersTo;

    @Parameter(
            description = "Has an account with at least this engagement rate, in interactions per follower.",
            example = "0.02")
    @QueryParam("engagementRateFrom")
    @Min(0)
    @Max(10_000)
    BigDecimal engagementRateFrom;

    @Parameter(
            description = "Has an account with at most this engagement rate, in interactions per follower.",
            example = "0.5")
    @QueryParam("engagementRateTo")
    @Min(0)
    @Max(10_000)
    BigDecimal engagementRateTo;

    @Parameter(
            description = "Has an account whose figures were taken at this time or later, RFC 3339 in UTC.",
            example = "2026-01-15T08:00:00Z")
    @QueryParam("observedSince")
    @Pattern(regexp = INSTANT)
    String observedSince;

    @Parameter(description = "Lives in this country, ISO 3166 alpha-2; repeat for any of several.", example = "FR")
    @QueryParam("country")
    List<@Pattern(regexp = "[A-Z]{2}") String> country;

    @Parameter(
            description = "Publishes in this language, BCP 47: pt finds pt-BR too; repeat for any of several.",
            example = "fr")
    @QueryParam("language")
    List<@Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}") String> language;

    @Parameter(
            description = "Publishes about this topic, whatever the case; repeat for any of several.",
            example = "food")
    @QueryParam("topic")
    List<@Size(min = 1, max = Topics.MAX_LENGTH) String> topic;

    @Parameter(
            description = "Publishes about this topic, whatever the case; repeat for all of several.",
            example = "food")
    @QueryParam("everyTopic")
    List<@Size(min = 1, max = Topics.MAX_LENGTH) String> everyTopic;

    @Parameter(description = "Accepts this kind of engagement; repeat for any of several.", example = "PAID")
    @QueryParam("engagementType")
    List<EngagementType> engagementType;

    @Parameter(
            description = "Accepts an engagement, of an engagementType if given, for a declared fee of at most this.",
            example = "200.00")
    @QueryParam("maxFee")
    @Min(0)
    @Max(1_000_000_000_000L)
    BigDecimal maxFee;

    @Parameter(description = "Currency of maxFee, ISO 4217; fees in another one do not count.")
    @QueryParam("feeCurrency")
    @DefaultValue("EUR")
    @Pattern(regexp = "[A-Z]{3}")
    String feeCurrency;

    @Parameter(description = "State of the profile; repeat for any of several.", example = "ACTIVE")
    @QueryParam("state")
    List<CreatorStatus> state;

    @Parameter(
            description =
                    "true: surely of age, 18 before this year began, by the year of birth; false: not surely, also"
                            + " when the year is unknown.",
            example = "true")
    @QueryParam("adult")
    Boolean adult;

    @Parameter(description = "Changed at this time or later, RFC 3339 in UTC.", example = "2026-01-15T08:00:00Z")
    @QueryParam("updatedSince")
    @Pattern(regexp = INSTANT)
    String updatedSince;

    @Parameter(description = "Has brought so many collaborations to a measured result, or more.", example = "1")
    @QueryParam("completedCollaborationsFrom")
    @Min(0)
    @Max(1_000_000)
    Integer completedCollaborationsFrom;

    @Parameter(
            description = "Order: by what, greatest first after a minus. Unknown values come last, ties go by the id."
                    + " followers and engagementRate are those of the account with the most followers; createdAt is"
                    + " the order in which creators were added.")
    @QueryParam("sort")
    @DefaultValue("createdAt")
    @Schema(pattern = CreatorSort.PATTERN)
    String sort;
}
