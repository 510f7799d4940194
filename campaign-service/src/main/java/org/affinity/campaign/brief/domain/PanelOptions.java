package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.problem.FieldError;

/**
 * What the proposed panel has to keep to besides budget and places.
 *
 * @param mustInclude creators who have to be in it
 * @param exclude creators who must not be in it
 * @param quotas least and most creators of a kind
 * @param minSmallShare least share, 0 to 1, of small creators; null for any
 * @param maxShareOfBudget most of the budget, 0 to 1, that one creator may take; null leaves it to matching
 * @param overlaps measured overlaps of audiences
 */
public record PanelOptions(
        List<UUID> mustInclude,
        List<UUID> exclude,
        List<Quota> quotas,
        BigDecimal minSmallShare,
        BigDecimal maxShareOfBudget,
        List<Overlap> overlaps) {

    public PanelOptions {
        mustInclude = Conditions.listed(mustInclude);
        exclude = Conditions.listed(exclude);
        quotas = Conditions.listed(quotas);
        overlaps = Conditions.listed(overlaps);
    }

    /** By what a quota divides the creators. */
    public enum Dimension {
        TIER,
        COUNTRY,
        PLATFORM,
        GENDER,
        AREA;

        /** What is wrong with a value, or null. Which platforms there are is not known here. */
        String objectionTo(String value) {
            return switch (this) {
                case TIER -> oneOf(Arrays.stream(Tier.values()).map(Tier::name).toList(), value);
                case COUNTRY -> Brief.COUNTRIES.contains(value) ? null : "must be a country code of ISO 3166-1 alpha-2";
                case PLATFORM -> null;
                case GENDER -> oneOf(List.of("FEMALE", "MALE", "OTHER"), value);
                case AREA -> oneOf(List.of("RURAL", "URBAN"), value);
            };
        }

        private static String oneOf(List<String> known, String value) {
            return known.contains(value) ? null : "must be one of " + known;
        }
    }

    /** At least {@code min} and at most {@code max} creators have a value; null sets no limit. */
    public record Quota(Dimension dimension, String value, Integer min, Integer max) {}

    /** How many people in the target two creators both reach. */
    public record Overlap(UUID oneCreatorId, UUID otherCreatorId, BigDecimal people) {}

    /** The same without a creator. */
    PanelOptions without(UUID creatorId) {
        return new PanelOptions(
                mustInclude.stream().filter(id -> !id.equals(creatorId)).toList(),
                exclude.stream().filter(id -> !id.equals(creatorId)).toList(),
                quotas,
                minSmallShare,
                maxShareOfBudget,
                overlaps.stream()
                        .filter(overlap -> !overlap.oneCreatorId().equals(creatorId)
                                && !overlap.otherCreatorId().equals(creatorId))
                        .toList());
    }

    /** Adds the platforms that quotas name, by where. */
    void platformsByPointer(String pointer, Map<String, String> named) {
        for (int i = 0; i < quotas.size(); i++) {
            if (quotas.get(i).dimension() == Dimension.PLATFORM) {
                named.put(pointer + "/quotas/" + i + "/value", quotas.get(i).value());
            }
        }
    }

    /** Quotas of values that nobody has or without a limit, and overlaps that say nothing. */
    List<FieldError> nonsense(String pointer) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) {
            String objection =
                    quotas.get(i).dimension().objectionTo(quotas.get(i).value());
            if (objection != null) {
                errors.add(FieldError.at(pointer + "/quotas/" + i + "/value", "oneOf", objection));
            }
            if (quotas.get(i).min() == null && quotas.get(i).max() == null) {
                errors.add(FieldError.at(pointer + "/quotas/" + i, "minOrMax", "must have min, max or both"));
            }
        }
        Set<Set<UUID>> pairs = new HashSet<>();
        for (int i = 0; i < overlaps.size(); i++) {
            Overlap overlap = overlaps.get(i);
            if (overlap.oneCreatorId().equals(overlap.otherCreatorId())) {
                errors.add(FieldError.at(
                        pointer + "/overlaps/" + i + "/otherCreatorId",
                        "another",
                        "must be another creator than oneCreatorId"));
            } else if (!pairs.add(Set.of(overlap.oneCreatorId(), overlap.otherCreatorId()))) {
                errors.add(FieldError.at(
                        pointer + "/overlaps/" + i, "once", "must not be told of the same two creators twice"));
            }
        }
        return errors;
    }

    /** What contradicts itself whatever creators there are. */
    List<FieldError> contradictions(String pointer, int places) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> both = new HashSet<>(mustInclude);
        both.retainAll(exclude);
        if (!both.isEmpty()) {
            errors.add(FieldError.at(
                    pointer + "/exclude", "notBoth", "must not name a creator who has to be in the panel"));
        }
        if (mustInclude.size() > places) {
            errors.add(FieldError.at(
                    pointer + "/mustInclude", "fitsPlaces", "must not name more creators than there are places"));
        }
        Map<Dimension, Integer> least = new EnumMap<>(Dimension.class);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < quotas.size(); i++) {
            Quota quota = quotas.get(i);
            String at = pointer + "/quotas/" + i;
            int min = quota.min() == null ? 0 : quota.min();
            if (quota.max() != null && quota.max() < min) {
                errors.add(FieldError.at(at + "/max", "notBelowMin", "must not be below min"));
            }
            if (!named.add(quota.dimension() + " " + quota.value())) {
                errors.add(FieldError.at(at + "/value", "once", "must not be named twice"));
            }
            // Nobody has two values of one dimension, so the minimums add up.
            if (least.merge(quota.dimension(), min, Integer::sum) > places) {
                errors.add(FieldError.at(
                        at + "/min", "fitsPlaces", "the minimums must not add up to more than there are places"));
            }
        }
        return errors;
    }
}
