package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PanelPlannerTest {

    private static final Brief BRIEF = BriefBuilder.brief()
            .countries("FR")
            .topics("cooking")
            .budget("1000")
            .maxCreators(4)
            .build();

    @Test
    void shouldPreferManyWhoFitToOneWhoIsLarge() {
        // Given
        PanelCandidate large = creator(1, Tier.MACRO, "950.00", 0.05, 40_000, "cars");
        List<PanelCandidate> small = IntStream.rangeClosed(2, 5)
                .mapToObj(number -> creator(number, Tier.NANO, "200.00", 0.3, 6_000, "cooking"))
                .toList();

        // When
        PanelPlan plan = plan(PanelOptions.NONE, large, small);

        // Then
        assertThat(plan.members()).extracting(PanelPlan.Member::candidate).isEqualTo(small);
        assertThat(plan.cost()).isEqualTo(eur("800.00"));
        assertThat(plan.gap()).isZero();
    }

    @Test
    void shouldNotHangOnOneCreatorWhenOthersCanBePaid() {
        // Given
        PanelCandidate dear = creator(1, Tier.MACRO, "900.00", 0.3, 90_000, "cooking");
        PanelCandidate other = creator(2, Tier.NANO, "300.00", 0.1, 5_000, "cooking");

        // When
        PanelPlan plan = plan(PanelOptions.NONE, dear, List.of(other));
        PanelPlan unlimited =
                plan(new PanelOptions(Set.of(), Set.of(), List.of(), null, 1.0, List.of()), dear, List.of(other));
        PanelPlan alone = plan(PanelOptions.NONE, dear, List.of());

        // Then
        assertThat(plan.members()).extracting(PanelPlan.Member::candidate).containsExactly(other);
        assertThat(plan.maxShareOfBudget()).isEqualTo(0.4);
        assertThat(unlimited.members()).extracting(PanelPlan.Member::candidate).containsExactly(dear);
        assertThat(alone.members()).extracting(PanelPlan.Member::candidate).containsExactly(dear);
    }

    @ParameterizedTest
    @EnumSource(Kpi.class)
    void shouldSayWhatEachAddsForEveryKpi(Kpi kpi) {
        // Given
        Brief brief = BriefBuilder.brief()
                .objective(Aim.VISIBILITY, kpi, "1000")
                .countries("FR")
                .budget("1000")
                .maxCreators(4)
                .build();
        PanelPool pool = pool(
                creator(1, Tier.NANO, "100.00", 0.2, 5_000, "cooking"),
                List.of(creator(2, Tier.MICRO, "200.00", 0.1, 20_000, "cooking")));

        // When
        PanelPlan plan = ShippedData.PANELS.plan(brief, PanelOptions.NONE, pool, ShippedData.AS_OF);

        // Then
        assertThat(plan.kpi()).isEqualTo(kpi);
        assertThat(plan.members()).hasSize(2).allSatisfy(member -> {
            assertThat(member.marginalResult()).isPositive().isLessThanOrEqualTo(member.aloneResult() * (1 + 1e-9));
            assertThat(member.costPerResult()).isPositive();
        });
        assertThat(plan.netReach().lower()).isLessThanOrEqualTo(plan.netReach().value());
        assertThat(plan.netReach().value()).isLessThanOrEqualTo(plan.netReach().upper());
        assertThat(plan.exposure().stream()
                        .mapToDouble(PanelPlan.TierExposure::share)
                        .sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void shouldCallThePanelBestWhoseBoundIsOnlyRoundedApart() {
        // Given: cheap creators of whom the five best are the best panel
        Brief brief = BriefBuilder.brief()
                .objective(Aim.VISIBILITY, Kpi.POSTS, "5")
                .budget("1000")
                .maxCreators(5)
                .build();
        List<PanelCandidate> others = IntStream.rangeClosed(2, 60)
                .mapToObj(number -> creator(number, Tier.NANO, "20.00", 0.3 - number * 0.0037, 5_000, "cooking"))
                .toList();
        PanelPool pool = pool(creator(1, Tier.NANO, "20.00", 0.31, 5_000, "cooking"), others);

        // When
        PanelPlan plan = ShippedData.PANELS.plan(brief, PanelOptions.NONE, pool, ShippedData.AS_OF);

        // Then
        assertThat(plan.members()).hasSize(5);
        assertThat(plan.optimal()).isTrue();
        assertThat(plan.gap()).isZero();
        assertThat(plan.upperBound()).isEqualTo(plan.objectiveValue());
    }

    @Test
    void shouldSayWhoLacksForAQuotaAndWhatHelps() {
        // Given
        PanelOptions options = quota(new Quota(QuotaDimension.TIER, "NANO", 3, null));

        // When
        PanelPlan plan = plan(
                options,
                creator(1, Tier.NANO, "100.00", 0.2, 5_000, "cooking"),
                List.of(creator(2, Tier.MICRO, "100.00", 0.2, 5_000, "cooking")));

        // Then
        assertThat(plan.emptyReason()).isEqualTo(PanelPlan.EmptyReason.CONSTRAINTS);
        assertThat(plan.infeasibilities())
                .containsExactly(new PanelPlan.Infeasibility(
                        "quota TIER NANO",
                        "At least 3 are asked for; of the 2 creators in question 1 are known to be TIER NANO.",
                        "Lower the minimum to 1, or widen the brief."));
    }

    @Test
    void shouldSayWhoWouldKeepAQuotaIfTheyCouldTakeMoreOfTheBudget() {
        // Given
        PanelOptions options = quota(new Quota(QuotaDimension.TIER, "MACRO", 1, null));

        // When
        PanelPlan plan = plan(
                options,
                creator(1, Tier.NANO, "100.00", 0.2, 5_000, "cooking"),
                List.of(creator(2, Tier.MACRO, "700.00", 0.2, 90_000, "cooking")));

        // Then
        assertThat(plan.infeasibilities())
                .containsExactly(new PanelPlan.Infeasibility(
                        "quota TIER MACRO",
                        "At least 1 are asked for; of the 1 creators in question 0 are known to be TIER MACRO; 1 more"
                                + " would each take more than 40.00 % of the budget.",
                        "Lower the minimum to 0, or raise maxShareOfBudget or the budget."));
    }

    @Test
    void shouldCountWhoIsUnknownTowardsNoQuota() {
        // Given
        PanelOptions options = quota(new Quota(QuotaDimension.GENDER, "FEMALE", 1, null));

        // When
        PanelPlan plan = plan(options, creator(1, Tier.NANO, "100.00", 0.2, 5_000, "cooking"), List.of());

        // Then
        assertThat(plan.infeasibilities())
                .containsExactly(new PanelPlan.Infeasibility(
                        "quota GENDER FEMALE",
                        "At least 1 are asked for, but nothing is told of the GENDER of any creator, so nobody counts"
                                + " towards it.",
                        "Leave this quota out: no other brief has anybody of whom it is known."));
        assertThat(plan.quotas())
                .containsExactly(new PanelPlan.QuotaCount(options.quotas().getFirst(), 0, 0, 0, 1));
    }

    @Test
    void shouldCountApartWhoseAreaIsUnknown() {
        // Given
        Quota rural = new Quota(QuotaDimension.AREA, "RURAL", 1, 1);
        Quota urban = new Quota(QuotaDimension.AREA, "URBAN", null, 1);
        List<Candidate> creators = List.of(
                livingIn(1, "rural"), livingIn(2, "rural"), livingIn(3, "suburb"), livingIn(4, "city"), livingIn(5));

        // When
        PanelPlan plan = ShippedData.MATCHER
                .match(
                        BRIEF,
                        new PanelOptions(Set.of(), Set.of(), List.of(rural, urban), null, 1.0, List.of()),
                        Map.of(),
                        ShippedData.pool(creators),
                        ShippedData.AS_OF,
                        RankingOptions.best(5))
                .plan();

        // Then
        assertThat(plan.members()).hasSize(3);
        assertThat(plan.quotas())
                .containsExactly(
                        new PanelPlan.QuotaCount(rural, 1, 1, 2, 1), new PanelPlan.QuotaCount(urban, 1, 1, 2, 1));
    }

    private static Candidate livingIn(int number, String... areaType) {
        CandidateBuilder candidate = CandidateBuilder.candidate(number).available(EngagementType.PAID, "20", "EUR");
        return areaType.length == 0
                ? candidate.build()
                : candidate.answer("area-type", areaType).build();
    }

    @Test
    void shouldSayWhichBudgetTheMinimumsNeed() {
        // Given
        PanelOptions options = quota(new Quota(QuotaDimension.TIER, "NANO", 3, null));
        List<PanelCandidate> dear = IntStream.rangeClosed(2, 30)
                .mapToObj(number -> creator(number, Tier.NANO, "390.00", 0.2, 5_000, "cooking"))
                .toList();

        // When
        PanelPlan plan = plan(options, creator(1, Tier.NANO, "300.00", 0.2, 5_000, "cooking"), dear);

        // Then
        assertThat(plan.infeasibilities().getFirst())
                .isEqualTo(new PanelPlan.Infeasibility(
                        "budget",
                        "No panel that meets every minimum was found for 1000.00 EUR.",
                        "With a budget of 1080.00 EUR one is possible."));
    }

    @Test
    void shouldTakeWhoHasToBeInWhateverTheScore() {
        // Given
        PanelCandidate wanted = creator(1, Tier.MICRO, "700.00", -0.2, 5_000, "cars");
        PanelOptions options = new PanelOptions(
                Set.of(wanted.creatorId()), Set.of(CandidateBuilder.id(2)), List.of(), null, null, List.of());

        // When
        PanelPlan plan = plan(
                options,
                wanted,
                List.of(
                        creator(2, Tier.NANO, "50.00", 0.4, 5_000, "cooking"),
                        creator(3, Tier.NANO, "50.00", 0.2, 5_000, "cooking")));

        // Then
        assertThat(plan.members())
                .extracting(member -> member.candidate().creatorId())
                .containsExactly(CandidateBuilder.id(3), CandidateBuilder.id(1));
    }

    @Test
    void shouldKeepTheShareOfSmallCreators() {
        // Given
        PanelOptions options = new PanelOptions(Set.of(), Set.of(), List.of(), 0.5, null, List.of());

        // When
        PanelPlan plan = plan(
                options,
                creator(1, Tier.NANO, "20.00", 0.2, 500, "cooking"),
                List.of(
                        creator(2, Tier.MICRO, "100.00", 0.2, 9_000, "cooking"),
                        creator(3, Tier.MICRO, "100.00", 0.2, 8_000, "cooking")));

        // Then
        assertThat(plan.members())
                .extracting(member -> member.candidate().creatorId())
                .containsExactly(CandidateBuilder.id(1), CandidateBuilder.id(2));
    }

    @Test
    void shouldSayWhyNobodyIsProposed() {
        // Given
        PanelPool nobody = new PanelPool(List.of(), 0, new TreeMap<>());

        // When
        PanelPlan none = ShippedData.PANELS.plan(BRIEF, PanelOptions.NONE, nobody, ShippedData.AS_OF);
        PanelPlan unfit = plan(PanelOptions.NONE, creator(1, Tier.NANO, "10.00", -0.1, 5_000, "cars"), List.of());
        PanelPlan left = ShippedData.PANELS.plan(
                BRIEF, PanelOptions.NONE, new PanelPool(List.of(), 3, new TreeMap<>()), ShippedData.AS_OF);

        // Then
        assertThat(left.emptyReason()).isEqualTo(PanelPlan.EmptyReason.NOBODY_LEFT);
        assertThat(none.emptyReason()).isEqualTo(PanelPlan.EmptyReason.NOBODY_ELIGIBLE);
        assertThat(unfit.emptyReason()).isEqualTo(PanelPlan.EmptyReason.NOBODY_FITS);
        assertThat(unfit.cost()).isEqualTo(eur("0.00"));
    }

    @Test
    void shouldSayWhichConstraintsLeaveNobodyTogether() {
        // Given
        PanelOptions options = new PanelOptions(
                Set.of(),
                Set.of(),
                List.of(
                        new Quota(QuotaDimension.TIER, "NANO", null, 0),
                        new Quota(QuotaDimension.TIER, "PROXIMITY", null, 0)),
                0.9,
                null,
                List.of());

        // When
        PanelPlan plan = plan(
                options,
                creator(1, Tier.NANO, "100.00", 0.2, 5_000, "cooking"),
                List.of(creator(2, Tier.MICRO, "100.00", 0.2, 9_000, "cooking")));

        // Then
        assertThat(plan.members()).isEmpty();
        assertThat(plan.emptyReason()).isEqualTo(PanelPlan.EmptyReason.CONSTRAINTS);
        assertThat(plan.infeasibilities())
                .extracting(PanelPlan.Infeasibility::constraint)
                .containsExactly("quota TIER NANO", "minSmallShare");
    }

    @Test
    void shouldChooseWithMeasuredOverlapsAndExpectNoMoreThanTheyAllow() {
        // Given
        Brief brief = BriefBuilder.brief()
                .objective(Aim.VISIBILITY, Kpi.REACH, "1000")
                .countries("FR")
                .topics("cooking")
                .budget("1000")
                .maxCreators(4)
                .build();
        PanelCandidate large = creator(1, Tier.NANO, "100.00", 0.3, 9_000, "cooking");
        List<PanelCandidate> others = new ArrayList<>();
        List<KnownOverlap> overlaps = new ArrayList<>();
        for (int number = 2; number <= 30; number++) {
            others.add(creator(number, Tier.NANO, "100.00", 0.3, number <= 7 ? 6_000 : 4_000, "cooking"));
            if (number <= 7) {
                overlaps.add(new KnownOverlap(CandidateBuilder.id(1), CandidateBuilder.id(number), 1e9));
            }
        }
        Set<UUID> inside = Set.of(CandidateBuilder.id(1), CandidateBuilder.id(2), CandidateBuilder.id(3));
        PanelPool pool = pool(large, others);

        // When
        PanelPlan free = ShippedData.PANELS.plan(
                brief, new PanelOptions(Set.of(), Set.of(), List.of(), null, null, overlaps), pool, ShippedData.AS_OF);
        PanelPlan held = ShippedData.PANELS.plan(
                brief.with(null, 3),
                new PanelOptions(inside, Set.of(), List.of(), null, null, overlaps),
                pool,
                ShippedData.AS_OF);

        // Then
        Set<UUID> chosen = new TreeSet<>();
        free.members().forEach(member -> chosen.add(member.candidate().creatorId()));
        boolean withLarge = chosen.contains(CandidateBuilder.id(1));
        assertThat(others.subList(0, 6))
                .extracting(PanelCandidate::creatorId)
                .satisfies(ids -> assertThat(withLarge && ids.stream().anyMatch(chosen::contains))
                        .isFalse());
        for (PanelPlan plan : List.of(free, held)) {
            assertThat(plan.objectiveValue())
                    .isPositive()
                    .isLessThanOrEqualTo(plan.netReach().upper())
                    .isLessThanOrEqualTo(plan.upperBound());
        }
        assertThat(held.netReach().upper())
                .isCloseTo(
                        held.members().stream()
                                .mapToDouble(PanelPlan.Member::reachInTarget)
                                .max()
                                .orElseThrow(),
                        within(1e-6));
        assertThat(held.members())
                .filteredOn(member -> !member.candidate().equals(large))
                .allSatisfy(member -> assertThat(member.marginalResult()).isLessThan(member.aloneResult()));
    }

    @Test
    void shouldLetNearlyEqualCreatorsTakeTurnsInThePanelAndSayWhatItCosts() {
        // Given
        List<PanelCandidate> equals = IntStream.rangeClosed(2, 12)
                .mapToObj(number -> creator(number, Tier.NANO, "200.00", 0.3, 6_000 - 5 * number, "cooking"))
                .toList();
        PanelCandidate worse = creator(1, Tier.NANO, "200.00", 0.2, 6_000, "cooking");
        PanelPlan best = plan(PanelOptions.NONE, worse, equals);
        Set<UUID> seen = new TreeSet<>();

        for (long seed = 0; seed < 30; seed++) {
            // When
            PanelPlan plan = rotated(seed, worse, equals);

            // Then
            assertThat(plan.rotation().valueLost())
                    .isEqualTo(best.objectiveValue() - plan.objectiveValue())
                    .isBetween(0.0, 0.02 * best.objectiveValue());
            assertThat(plan.rotation().exchanged()).isEqualTo((int) plan.members().stream()
                    .map(PanelPlan.Member::candidate)
                    .filter(candidate -> best.members().stream()
                            .noneMatch(member -> member.candidate().equals(candidate)))
                    .count());
            assertThat(plan.upperBound()).isEqualTo(best.upperBound());
            assertThat(plan.members()).hasSameSizeAs(best.members());
            assertThat(plan.cost()).isEqualTo(best.cost());
            assertThat(rotated(seed, worse, equals)).isEqualTo(plan);
            plan.members().forEach(member -> seen.add(member.candidate().creatorId()));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        equals.stream().map(PanelCandidate::creatorId).toList());
        assertThat(best.rotation()).isNull();
    }

    private static PanelPlan rotated(long seed, PanelCandidate first, List<PanelCandidate> others) {
        Exposure exposure = new Exposure(Exposure.Policy.ROTATE, seed, null);
        Brief brief = BriefBuilder.brief()
                .countries("FR")
                .topics("cooking")
                .budget("1000")
                .maxCreators(4)
                .conditions(new Conditions(null, null, null, null, null, null, null, null, null, exposure))
                .build();
        return ShippedData.PANELS.plan(brief, PanelOptions.NONE, pool(first, others), ShippedData.AS_OF);
    }

    private static PanelOptions quota(Quota quota) {
        return new PanelOptions(Set.of(), Set.of(), List.of(quota), null, null, List.of());
    }

    private static PanelPlan plan(PanelOptions options, PanelCandidate first, List<PanelCandidate> others) {
        return ShippedData.PANELS.plan(BRIEF, options, pool(first, others), ShippedData.AS_OF);
    }

    private static PanelPool pool(PanelCandidate first, List<PanelCandidate> others) {
        List<PanelCandidate> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return new PanelPool(all, all.size(), new TreeMap<>());
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static PanelCandidate creator(
            int number, Tier tier, String price, double score, double impressions, String topic) {
        return new PanelCandidate(
                CandidateBuilder.id(number),
                new UUID(1, number),
                Platform.INSTAGRAM,
                tier,
                "FR",
                null,
                Set.of("fr"),
                Set.of(topic),
                eur(price),
                PriceSource.DECLARED,
                null,
                score,
                impressions,
                impressions / 10,
                null,
                Map.of());
    }
}
