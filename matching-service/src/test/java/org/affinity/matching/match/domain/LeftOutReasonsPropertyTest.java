package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.panel.PanelProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The reason that is named holds: each is tried here again, from briefs and creators alone. */
class LeftOutReasonsPropertyTest {

    private static final double NOTABLY = 1e-9;
    private static final List<Kpi> KPIS = List.of(Kpi.values());
    private static final UUID STRANGER = new UUID(7, 7);

    private record Asked(Brief brief, PanelOptions options, PanelPool pool, PanelProblem objective) {

        static Asked of(long seed) {
            Random random = new Random(seed);
            List<PanelCandidate> candidates = IntStream.range(0, random.nextInt(3, 45))
                    .mapToObj(number -> creator(number, random))
                    .sorted(Comparator.comparingDouble(PanelCandidate::score)
                            .reversed()
                            .thenComparing(PanelCandidate::creatorId, Scored::compareIds))
                    .toList();
            int places = random.nextInt(1, 8);
            Brief brief = BriefBuilder.brief()
                    .objective(Aim.VISIBILITY, KPIS.get(random.nextInt(KPIS.size())), "1000")
                    .countries("FR")
                    .topics("cooking")
                    .budget(String.valueOf(random.nextInt(200, 3_000)))
                    .maxCreators(places)
                    .conditions(new Conditions(
                            null, null, null, null, null, null, null, null, null, exposure(seed, random)))
                    .build();
            PanelOptions options = options(candidates, random, places);
            return new Asked(
                    brief,
                    options,
                    new PanelPool(candidates, 400, new TreeMap<>()),
                    new PanelTask(ShippedData.PANEL_MODEL, ShippedData.CATEGORIES, brief, options, candidates)
                            .objective());
        }

        private static Exposure exposure(long seed, Random random) {
            return random.nextInt(3) == 0 ? new Exposure(Exposure.Policy.ROTATE, seed, null) : null;
        }

        private static PanelOptions options(List<PanelCandidate> candidates, Random random, int places) {
            Set<UUID> required = new HashSet<>();
            Set<UUID> excluded = new HashSet<>();
            List<KnownOverlap> overlaps = new ArrayList<>();
            for (PanelCandidate candidate : candidates) {
                int dice = random.nextInt(20);
                if (dice == 0 && required.size() < places && random.nextInt(3) == 0) {
                    required.add(candidate.creatorId());
                } else if (dice == 1) {
                    excluded.add(candidate.creatorId());
                } else if (dice == 2) {
                    overlaps.add(new KnownOverlap(
                            candidate.creatorId(), candidates.getFirst().creatorId(), random.nextInt(1_000)));
                }
            }
            List<Quota> quotas = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                quotas.add(new Quota(QuotaDimension.TIER, "MICRO", null, random.nextInt(2)));
            }
            if (random.nextInt(3) == 0) {
                quotas.add(new Quota(QuotaDimension.AREA, "RURAL", 1, null));
            }
            return new PanelOptions(
                    required,
                    excluded,
                    quotas,
                    random.nextInt(4) == 0 ? 0.6 : null,
                    random.nextInt(4) == 0 ? 0.7 : null,
                    overlaps);
        }

        private static PanelCandidate creator(int number, Random random) {
            Tier tier =
                    List.of(Tier.PROXIMITY, Tier.NANO, Tier.MICRO, Tier.MACRO).get(random.nextInt(4));
            double impressions = random.nextInt(15) == 0 ? 0 : Math.pow(10, random.nextDouble(2, 5));
            return new PanelCandidate(
                    CandidateBuilder.id(number),
                    new UUID(1, number),
                    Platform.INSTAGRAM,
                    tier,
                    "FR",
                    Stream.of("RURAL", "URBAN", "?")
                            .skip(random.nextInt(3))
                            .findFirst()
                            .orElseThrow(),
                    Set.of("fr"),
                    Set.of(random.nextBoolean() ? "cooking" : "cars"),
                    new Money(BigDecimal.valueOf(random.nextLong(2_000, 120_000), 2), "EUR"),
                    PriceSource.DECLARED,
                    null,
                    random.nextInt(-3, 40) / 100.0,
                    impressions,
                    impressions / 10,
                    null,
                    Map.of());
        }

        /** Every constraint that a panel breaks, as infeasibilities name it. */
        List<String> broken(List<PanelCandidate> panel) {
            List<String> broken = new ArrayList<>();
            BigDecimal cost =
                    panel.stream().map(member -> member.price().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (cost.compareTo(brief.budget().amount()) > 0) {
                broken.add("budget");
            }
            if (panel.size() > brief.maxCreators()) {
                broken.add("maxCreators");
            }
            for (Quota quota : options.quotas()) {
                long count = panel.stream().filter(quota::counts).count();
                if (count < quota.least() || count > quota.most()) {
                    broken.add("quota " + quota.inWords());
                }
            }
            long small = panel.stream()
                    .filter(member -> member.tier() == Tier.PROXIMITY || member.tier() == Tier.NANO)
                    .count();
            if (options.minSmallShare() != null && small < options.minSmallShare() * panel.size() - 1e-9) {
                broken.add("minSmallShare");
            }
            return broken;
        }

        double value(List<PanelCandidate> panel) {
            BitSet members = new BitSet();
            panel.forEach(member -> members.set(pool.candidates().indexOf(member)));
            return objective.value(members);
        }

        /** A panel with somebody in the place of each member who may leave. */
        List<List<PanelCandidate>> exchanges(List<PanelCandidate> panel, PanelCandidate newcomer) {
            return panel.stream()
                    .filter(member -> !options.mustInclude().contains(member.creatorId()))
                    .map(out -> Stream.concat(panel.stream().filter(member -> !member.equals(out)), Stream.of(newcomer))
                            .toList())
                    .toList();
        }
    }

    private record Panel(Asked asked, PanelPlan plan, List<PanelCandidate> members, double worth) {

        static Panel of(Asked asked, PanelPlan plan) {
            List<PanelCandidate> members =
                    plan.members().stream().map(PanelPlan.Member::candidate).toList();
            return new Panel(asked, plan, members, asked.value(members));
        }

        /** What is best of those exchanges that keep every constraint, less what the panel is worth. */
        double bestImprovement(PanelCandidate newcomer) {
            return asked.exchanges(members, newcomer).stream()
                            .filter(trial -> asked.broken(trial).isEmpty())
                            .mapToDouble(asked::value)
                            .max()
                            .orElse(Double.NEGATIVE_INFINITY)
                    - worth;
        }

        void assertHolds(PanelCandidate creator, LeftOut leftOut) {
            List<PanelCandidate> joined =
                    Stream.concat(members.stream(), Stream.of(creator)).toList();
            boolean isTried = leftOut.reason().compareTo(LeftOutReason.ADDS_NOTHING) >= 0;
            assertThat(leftOut.constraints()).isEqualTo(isTried ? asked.broken(joined) : List.of());
            assertThat(leftOut.price()).isEqualTo(creator.price());
            double joining = asked.broken(joined).isEmpty() ? asked.value(joined) - worth : Double.NEGATIVE_INFINITY;
            switch (leftOut.reason()) {
                case EXCLUDED -> assertThat(asked.options().exclude()).contains(creator.creatorId());
                case NOT_IN_POOL -> assertThat(asked.pool().candidates()).doesNotContain(creator);
                case SCORE_BELOW_ZERO -> assertThat(creator.score()).isNegative();
                case PRICE_ABOVE_SHARE ->
                    assertThat(creator.price().amount().doubleValue())
                            .isGreaterThan(plan.maxShareOfBudget()
                                    * asked.brief().budget().amount().doubleValue());
                case NO_PANEL -> assertThat(members).isEmpty();
                case ADDS_NOTHING -> assertThat(joining).isCloseTo(0, within(worth * NOTABLY));
                case BUDGET, PLACES, QUOTA, SMALL_SHARE, COMBINATION -> assertNoWayIn(creator, joined, leftOut);
                case TURN -> assertItIsTheTurnOfAnother(creator);
                case OUTWEIGHED -> {
                    assertThat(bestImprovement(creator)).isFinite().isLessThanOrEqualTo(worth * NOTABLY);
                    assertThat(leftOut.instead().creatorResult()
                                    - leftOut.instead().memberResult())
                            .isCloseTo(bestImprovement(creator), within(worth * NOTABLY + 1e-9));
                }
                case UNPROVEN -> {
                    assertThat(Math.max(joining, bestImprovement(creator))).isGreaterThan(worth * NOTABLY / 2);
                    assertThat(plan.optimal() && plan.rotation() == null).isFalse();
                }
            }
        }

        private void assertNoWayIn(PanelCandidate creator, List<PanelCandidate> joined, LeftOut leftOut) {
            List<List<String>> broken = Stream.concat(Stream.of(joined), asked.exchanges(members, creator).stream())
                    .map(asked::broken)
                    .toList();
            String name = switch (leftOut.reason()) {
                case BUDGET -> "budget";
                case PLACES -> "maxCreators";
                case QUOTA -> "quota ";
                case SMALL_SHARE -> "minSmallShare";
                default -> null;
            };
            assertThat(broken).noneMatch(List::isEmpty);
            if (name == null) {
                assertThat(broken).noneMatch(constraints -> constraints.size() == 1);
            } else {
                assertThat(broken)
                        .anyMatch(constraints -> constraints.size() == 1
                                && constraints.getFirst().startsWith(name));
            }
        }

        private void assertItIsTheTurnOfAnother(PanelCandidate creator) {
            Turns turns = Turns.of(asked.brief().conditions().exposure(), ShippedData.AS_OF);
            assertThat(members).anySatisfy(member -> {
                assertThat(asked.options().mustInclude()).doesNotContain(member.creatorId());
                assertThat(turns.of(member.creatorId())).isLessThan(turns.of(creator.creatorId()));
                assertThat(Math.abs(member.score() - creator.score())).isLessThanOrEqualTo(0.02 + 1e-9);
                List<PanelCandidate> trial = Stream.concat(
                                members.stream().filter(other -> !other.equals(member)), Stream.of(creator))
                        .toList();
                assertThat(asked.broken(trial)).isEmpty();
                assertThat(asked.value(trial)).isGreaterThanOrEqualTo(worth * (1 - NOTABLY));
            });
        }
    }

    @Test
    void shouldNameReasonsThatHoldAndGiveThemAgain() {
        Set<LeftOutReason> seen = EnumSet.noneOf(LeftOutReason.class);
        for (long seed = 1; seed <= 300; seed++) {
            // Given
            Asked asked = Asked.of(seed);
            PanelPlanner.Planned planned =
                    ShippedData.PANELS.planned(asked.brief(), asked.options(), asked.pool(), ShippedData.AS_OF);
            Panel panel = Panel.of(asked, planned.plan());
            Set<UUID> members = new HashSet<>();
            panel.members().forEach(member -> members.add(member.creatorId()));

            // When
            LeftOutReasons again = ShippedData.PANELS.leftOut(
                    asked.brief(),
                    asked.options(),
                    asked.pool(),
                    planned.plan().maxShareOfBudget(),
                    members,
                    ShippedData.AS_OF);

            // Then
            for (PanelCandidate creator : asked.pool().candidates()) {
                LeftOut leftOut = planned.leftOut().of(creator.creatorId()).orElse(null);
                assertThat(leftOut == null)
                        .as("seed %d, %s", seed, creator)
                        .isEqualTo(members.contains(creator.creatorId()));
                assertThat(again.of(creator.creatorId()).orElse(null))
                        .as("seed %d, %s", seed, creator)
                        .isEqualTo(leftOut);
                if (leftOut != null) {
                    seen.add(leftOut.reason());
                    try {
                        panel.assertHolds(creator, leftOut);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + ", " + creator + ", " + leftOut, e);
                    }
                }
            }
            assertThat(planned.leftOut().of(STRANGER).orElseThrow().reason()).isEqualTo(LeftOutReason.NOT_IN_POOL);
        }
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(LeftOutReason.NOT_IN_POOL)));
    }
}
